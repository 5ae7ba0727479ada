using System.Text.Json;
using Azure.Storage.Queues;

namespace Dissemination.Publishing;

/// <summary>The queue between Publishing and Channels.</summary>
internal static class DeliveryQueue
{
    /// <summary>The longest that Azure Storage keeps a message invisible.</summary>
    private static readonly TimeSpan LongestInvisible = TimeSpan.FromDays(7);

    // Azure Storage's word for a message that never expires.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    public static Task SendAsync(this QueueClient queue, DeliveryBatch batch, TimeSpan? after, CancellationToken cancellation) =>
        queue.SendMessageAsync(
            JsonSerializer.Serialize(batch, PublishingJson.Default.DeliveryBatch),
            after is { } wait && wait > LongestInvisible ? LongestInvisible : after,
            Forever,
            cancellation);

    public static DeliveryBatch Read(string message) =>
        JsonSerializer.Deserialize(message, PublishingJson.Default.DeliveryBatch)
        ?? throw new InvalidDataException("The message holds no batch of deliveries.");
}
