using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Storage.Queues;

namespace Dissemination.Storage;

/// <summary>Messages that wait in a queue for their time and never expire.</summary>
internal static class QueueSending
{
    /// <summary>The longest that Azure Storage keeps a message invisible.</summary>
    public static readonly TimeSpan LongestInvisible = TimeSpan.FromDays(7);

    // Azure Storage's word for a message that never expires.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <param name="after">How long the message stays invisible, in whole seconds; the rest is cut off.</param>
    public static Task SendAsync<T>(
        this QueueClient queue, T message, JsonTypeInfo<T> type, TimeSpan after, CancellationToken cancellationToken)
    {
        var invisible = after > LongestInvisible
            ? LongestInvisible
            : after > TimeSpan.Zero
            ? TimeSpan.FromSeconds(Math.Floor(after.TotalSeconds))
            : TimeSpan.Zero;
        return queue.SendMessageAsync(JsonSerializer.Serialize(message, type), invisible, Forever, cancellationToken);
    }

    /// <summary>Puts a message back as it was.</summary>
    public static Task SendAgainAsync(this QueueClient queue, string message, CancellationToken cancellationToken) =>
        queue.SendMessageAsync(message, TimeSpan.Zero, Forever, cancellationToken);
}
