using System.Text.Json;
using Azure.Storage.Queues;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>The messages that wake shares of the lanes.</summary>
internal static class DeliveryQueues
{
    /// <param name="after">How long the message stays invisible, in whole seconds; the rest is cut off.</param>
    public static Task SendAsync(this QueueClient queue, ShareWake wake, TimeSpan after, CancellationToken cancellationToken) =>
        queue.SendAsync(wake, DeliveriesJson.Default.ShareWake, after, cancellationToken);

    public static string Write(ShareWake wake) => JsonSerializer.Serialize(wake, DeliveriesJson.Default.ShareWake);

    public static ShareWake ReadWake(string message) => QueueReading.Read(message, DeliveriesJson.Default.ShareWake);
}
