using System.Text.Json;
using Azure.Storage.Queues;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>The messages that wake lanes.</summary>
internal static class DeliveryQueues
{
    /// <param name="after">How long the message stays invisible, in whole seconds; the rest is cut off.</param>
    public static Task SendAsync(this QueueClient queue, LaneWake wake, TimeSpan after, CancellationToken cancellationToken) =>
        queue.SendAsync(wake, DeliveriesJson.Default.LaneWake, after, cancellationToken);

    public static string Write(LaneWake wake) => JsonSerializer.Serialize(wake, DeliveriesJson.Default.LaneWake);

    public static LaneWake ReadWake(string message) => QueueReading.Read(message, DeliveriesJson.Default.LaneWake);
}
