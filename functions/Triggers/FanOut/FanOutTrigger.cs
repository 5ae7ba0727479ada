using Dissemination.Publishing;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class FanOutTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("FanOut", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<FanOut>().TakeAsync(PublishingQueues.ReadStep(invocation.Queue("message").Text), cancellation);
}
