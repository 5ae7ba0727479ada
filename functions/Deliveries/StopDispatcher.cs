using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Deliveries;

/// <summary>
/// Woken by the timer: has what was planned of items that were withdrawn, replaced or have expired stopped, and their unfinished
/// translations closed.
/// </summary>
internal sealed class StopDispatcher(
    Outbox outbox, ItemReader items, DeliveryStopper deliveries, TranslationCloser translations, TimeProvider time)
{
    /// <summary>The word of the record.</summary>
    public const string Expired = "expired";

    /// <summary>The most items that one invocation looks at; the next tick takes the rest.</summary>
    private const int AtMost = 20;

    /// <summary>One transaction where nothing is to be stopped and nothing expires.</summary>
    public Task StopDueAsync(CancellationToken cancellationToken) =>
        outbox.DispatchAsync(OutboxTopics.Stop, AtMost, StopAsync, cancellationToken, Keys.StopDueAfter(time.GetUtcNow()));

    private async Task<OutboxOutcome> StopAsync(ItemDue due, CancellationToken cancellationToken)
    {
        bool isStopped;
        try
        {
            isStopped = await deliveries.StopAsync(due.Item, cancellationToken);
        }
        finally
        {
            // Whatever keeps the one from its end is no matter of the other.
            await translations.CloseAsync(due.Item, cancellationToken);
        }

        return !isStopped ? OutboxOutcome.Later
            : await items.FindAsync(due.Item, cancellationToken) is { } item && IsItsExpiry(item.Value, due)
                ? OutboxOutcome.Done with { With = await RecordAsync(item.Value, due, cancellationToken) }
            : OutboxOutcome.Done with { With = Counted(due.Item) };
    }

    // It may have been counted before it was stopped.
    private Transaction Counted(ItemId item) =>
        new Transaction(Keys.Editorial).HandOver(OutboxTopics.Report, ItemDue.Of(item, time.GetUtcNow()));

    // An expiry that was moved is not this one, and that of a withdrawn item happens to nothing.
    private static bool IsItsExpiry(Item item, ItemDue due) => item.ExpiresAt == due.At && item.State is not ItemState.Withdrawn;

    private async Task<Transaction> RecordAsync(Item item, ItemDue due, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return new Transaction(Keys.Editorial)
            .Unlist(await items.ListedToApproveAsync(item.Id, cancellationToken))
            .HandOver(OutboxTopics.Report, ItemDue.Of(due.Item, now))
            .Record(new(item.Id.Value, now, HistoryEntry.System, Expired, item.Revision));
    }
}
