using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Dissemination.Local.Host;

/// <summary>Where messages end that could not be handled.</summary>
internal sealed class PoisonQueue(QueueClient queue)
{
    public string Name => queue.Name;

    /// <summary>A poison queue of a queue, or null for a queue that is one itself: the host makes none for those.</summary>
    public static PoisonQueue? Of(HostStorage storage, string queue) =>
        queue.EndsWith(HostStorage.PoisonSuffix, StringComparison.OrdinalIgnoreCase) ? null : new(storage.Queue(queue + HostStorage.PoisonSuffix));

    /// <summary>Sends the message as it lay there, so that nothing is lost on the way.</summary>
    public async Task SendAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await queue.SendMessageAsync(message.MessageText, visibilityTimeout: null, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken);
    }
}
