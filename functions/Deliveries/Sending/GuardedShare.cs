using Azure.Storage.Queues;

namespace Dissemination.Deliveries.Sending;

/// <summary>A share of the lanes that has something to send.</summary>
/// <param name="Guard">Comes for it if whoever is to work at it is killed before; null where none was left yet.</param>
internal sealed record GuardedShare(string Share, SentMessage? Guard)
{
    /// <summary>When a share is looked after in case its sender was killed.</summary>
    private static readonly TimeSpan After = TimeSpan.FromSeconds(15);

    /// <summary>Its guard. One transaction where it had none.</summary>
    public async Task<SentMessage> GuardAsync(QueueClient queue, CancellationToken cancellationToken) =>
        Guard ?? await SentMessage.SendAsync(queue, new ShareWake(Share, IsGuard: true), After, cancellationToken);
}
