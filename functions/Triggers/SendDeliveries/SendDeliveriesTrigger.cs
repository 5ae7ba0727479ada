using Dissemination.Channels.Sending;
using Dissemination.Publishing;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class SendDeliveriesTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("SendDeliveries", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation)
    {
        var message = invocation.Queue("message");
        return services.GetRequiredService<LaneSender>().SendAsync(PublishingQueues.ReadWake(message.Text), comesAgain: message.DequeueCount > 1, cancellation);
    }
}
