using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Dissemination.Publishing;

/// <summary>The messages of Publishing, to itself and to Channels.</summary>
internal static class PublishingQueues
{
    /// <summary>The longest that Azure Storage keeps a message invisible.</summary>
    private static readonly TimeSpan LongestInvisible = TimeSpan.FromDays(7);

    // Azure Storage's word for a message that never expires.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    public static Task SendAsync(this QueueClient queue, FanOutStep step, CancellationToken cancellation) =>
        SendAsync(queue, step, PublishingJson.Default.FanOutStep, TimeSpan.Zero, cancellation);

    /// <param name="after">How long the message stays invisible, in whole seconds; the rest is cut off.</param>
    public static Task SendAsync(this QueueClient queue, LaneWake wake, TimeSpan after, CancellationToken cancellation) =>
        SendAsync(queue, wake, PublishingJson.Default.LaneWake, after, cancellation);

    public static string Write(LaneWake wake) => JsonSerializer.Serialize(wake, PublishingJson.Default.LaneWake);

    public static FanOutStep ReadStep(string message) => Read(message, PublishingJson.Default.FanOutStep);

    public static LaneWake ReadWake(string message) => Read(message, PublishingJson.Default.LaneWake);

    private static Task<Response<SendReceipt>> SendAsync<T>(QueueClient queue, T message, JsonTypeInfo<T> type, TimeSpan after, CancellationToken cancellation)
    {
        var invisible = after > LongestInvisible ? LongestInvisible : after > TimeSpan.Zero ? TimeSpan.FromSeconds(Math.Floor(after.TotalSeconds)) : TimeSpan.Zero;
        return queue.SendMessageAsync(JsonSerializer.Serialize(message, type), invisible, Forever, cancellation);
    }

    private static T Read<T>(string message, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(message, type) ?? throw new InvalidDataException($"The message holds no {typeof(T).Name}.");
}
