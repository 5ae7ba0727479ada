using Dissemination.Notices;
using Dissemination.Storage;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class KeepUnhandledDeliveriesTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("KeepUnhandledDeliveries", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<NoticeBoard>().KeepMessageAsync(QueueNames.Deliveries, invocation.Queue("message").Text, cancellation);
}
