using Azure.Storage.Queues;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>The messages that turn language versions into deliveries.</summary>
internal static class PublishingQueues
{
    public static Task SendAsync(this QueueClient queue, FanOutStep step, CancellationToken cancellationToken) =>
        queue.SendAsync(step, PublishingJson.Default.FanOutStep, TimeSpan.Zero, cancellationToken);

    public static FanOutStep ReadStep(string message) => QueueReading.Read(message, PublishingJson.Default.FanOutStep);
}
