using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>Marks the deliveries whose posts were corrected or taken down by later ones: they are not out any more.</summary>
internal sealed class ReplacedPosts(Store store, TimeProvider time)
{
    /// <summary>A query and a transaction for each language version and hundred.</summary>
    /// <param name="changes">Corrections and removals that have arrived; others are passed over.</param>
    public async Task MarkAsync(IEnumerable<Delivery> changes, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var targets = changes.Where(change => change is { State: DeliveryState.Delivered, Target: not null });
        foreach (var version in targets.GroupBy(change => change.Target!.Value.Version))
        {
            foreach (var chunk in version.Chunk(Transaction.Limit))
            {
                var reasons = chunk.ToDictionary(change => change.Target!.Value.Row, ReasonOf, StringComparer.Ordinal);
                var rows = reasons.Keys.Order(StringComparer.Ordinal).ToList();
                var transaction = new Transaction(version.Key.ToString());
                var found = store.Deliveries.BetweenAsync(version.Key.ToString(), rows[0], Keys.AfterKey(rows[^1]), PublishingJson.Default.Delivery, cancellation);
                await foreach (var row in found.Where(row => reasons.ContainsKey(row.RowKey)))
                {
                    if (row.Value.Apply(new DeliveryEvent.TakenDown(now, reasons[row.RowKey])) is { } down)
                    {
                        transaction.Replace(row, down, PublishingJson.Default.Delivery);
                    }
                }

                if (!await transaction.CommitAsync(store.Deliveries, cancellation))
                {
                    // Somebody changed one of them meanwhile: each by itself, as it stands now.
                    foreach (var (row, reason) in reasons)
                    {
                        await MarkAsync(version.Key, row, new(now, reason), cancellation);
                    }
                }
            }
        }
    }

    private async Task MarkAsync(VersionId version, string row, DeliveryEvent.TakenDown down, CancellationToken cancellation)
    {
        while (await store.Deliveries.FindAsync(version.ToString(), row, PublishingJson.Default.Delivery, cancellation) is { } read
            && read.Value.Apply(down) is { } after
            && !await new Transaction(version.ToString()).Replace(read, after, PublishingJson.Default.Delivery).CommitAsync(store.Deliveries, cancellation))
        {
            // And again.
        }
    }

    private static Problem ReasonOf(Delivery change) =>
        new(change.Action is DeliveryAction.Remove ? nameof(ProblemTexts.PostTakenDown) : nameof(ProblemTexts.RevisionReplaced));
}
