using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>Marks the deliveries whose posts were corrected or taken down by later ones: they are not out any more.</summary>
internal sealed class ReplacedPosts(Store store, TimeProvider time)
{
    /// <summary>A query and a transaction for each language version and commune.</summary>
    /// <param name="changes">Corrections and removals that have arrived; others are passed over.</param>
    public async Task MarkAsync(IEnumerable<Delivery> changes, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var targets = changes.Where(change => change is { State: DeliveryState.Delivered, Target: not null });
        var groups = targets.GroupBy(change => change.Target!.Value.Partition, StringComparer.Ordinal).SelectMany(commune => commune.Chunk(Transaction.Limit));
        await Task.WhenAll(groups.Select(group => MarkAsync(group.ToDictionary(change => change.Target!.Value, change => new DeliveryEvent.TakenDown(now, ReasonOf(change))), cancellation)));
    }

    /// <param name="downs">Of one language version to one commune.</param>
    private async Task MarkAsync(Dictionary<DeliveryId, DeliveryEvent.TakenDown> downs, CancellationToken cancellation)
    {
        var partition = downs.Keys.First().Partition;
        var transaction = new Transaction(partition);
        foreach (var row in await store.ReadDeliveriesAsync(downs.Keys, cancellation))
        {
            if (row.Value.Apply(downs[row.Value.Id]) is { } down)
            {
                transaction.Replace(row, down, PublishingJson.Default.Delivery);
            }
        }

        if (!await transaction.CommitAsync(store.DeliveriesTo(partition), cancellation))
        {
            // Somebody changed one of them meanwhile: each by itself, as it stands now.
            foreach (var (id, down) in downs)
            {
                await MarkAsync(id, down, cancellation);
            }
        }
    }

    private async Task MarkAsync(DeliveryId id, DeliveryEvent.TakenDown down, CancellationToken cancellation)
    {
        var table = store.DeliveriesTo(id.Partition);
        while (await table.FindAsync(id.Partition, id.Row, PublishingJson.Default.Delivery, cancellation) is { } read
            && read.Value.Apply(down) is { } after
            && !await new Transaction(id.Partition).Replace(read, after, PublishingJson.Default.Delivery).CommitAsync(table, cancellation))
        {
            // And again.
        }
    }

    private static Problem ReasonOf(Delivery change) =>
        new(change.Action is DeliveryAction.Remove ? nameof(ProblemTexts.PostTakenDown) : nameof(ProblemTexts.RevisionReplaced));
}
