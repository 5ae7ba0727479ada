using Dissemination.Publishing;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class RemindHandTasksTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("RemindHandTasks", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<HandTaskReminder>().RemindAsync(cancellation);
}
