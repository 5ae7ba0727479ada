using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Storage.Queues;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>The messages of Publishing, to itself and to Channels.</summary>
internal static class PublishingQueues
{
    public static Task SendAsync(this QueueClient queue, FanOutStep step, CancellationToken cancellation) =>
        queue.SendAsync(step, PublishingJson.Default.FanOutStep, TimeSpan.Zero, cancellation);

    /// <param name="after">How long the message stays invisible, in whole seconds; the rest is cut off.</param>
    public static Task SendAsync(this QueueClient queue, LaneWake wake, TimeSpan after, CancellationToken cancellation) =>
        queue.SendAsync(wake, PublishingJson.Default.LaneWake, after, cancellation);

    public static string Write(LaneWake wake) => JsonSerializer.Serialize(wake, PublishingJson.Default.LaneWake);

    public static FanOutStep ReadStep(string message) => Read(message, PublishingJson.Default.FanOutStep);

    public static LaneWake ReadWake(string message) => Read(message, PublishingJson.Default.LaneWake);

    private static T Read<T>(string message, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(message, type) ?? throw new InvalidDataException($"The message holds no {typeof(T).Name}.");
}
