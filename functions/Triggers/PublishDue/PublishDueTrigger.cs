using Dissemination.Publishing;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class PublishDueTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("PublishDue", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<Publisher>().PublishDueAsync(cancellation);
}
