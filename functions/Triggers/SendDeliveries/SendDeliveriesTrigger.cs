using Dissemination.Channels.Sending;
using Dissemination.Publishing;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class SendDeliveriesTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("SendDeliveries", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<DeliverySender>().SendAsync(DeliveryQueue.Read(invocation.Queue("message").Text), cancellation);
}
