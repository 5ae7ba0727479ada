using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>Marks the deliveries whose posts were corrected or taken down by later ones: they are not out any more.</summary>
internal sealed class ReplacedPosts(Store store, DeliveryReader deliveries, TimeProvider time)
{
    /// <summary>A query and a transaction for each language version and commune.</summary>
    /// <param name="changes">Corrections and removals that have arrived; others are passed over.</param>
    public async Task MarkAsync(IEnumerable<Delivery> changes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var targets = changes.Where(change => change is { State: DeliveryState.Delivered, Target: not null });
        var groups = targets.GroupBy(change => change.Target!.Value.Partition, StringComparer.Ordinal)
            .SelectMany(commune => commune.Chunk(Transaction.Limit));
        await Task.WhenAll(
            groups.Select(
                group => MarkAsync(
                    group.ToDictionary(change => change.Target!.Value, change => new DeliveryEvent.TakenDown(now, ReasonOf(change))),
                    cancellationToken)));
    }

    /// <param name="downs">Of one language version to one commune.</param>
    private async Task MarkAsync(Dictionary<DeliveryId, DeliveryEvent.TakenDown> downs, CancellationToken cancellationToken)
    {
        var partition = downs.Keys.First().Partition;
        var transaction = new Transaction(partition);
        foreach (var row in await deliveries.ReadAsync(downs.Keys, cancellationToken))
        {
            if (row.Value.Apply(downs[row.Value.Id]) is { } down)
            {
                transaction.Replace(row, down, DeliveriesJson.Default.Delivery);
            }
        }

        if (!await transaction.CommitAsync(store.DeliveriesTo(partition), cancellationToken))
        {
            // Somebody changed one of them meanwhile: each by itself, as it stands now.
            foreach (var (id, down) in downs)
            {
                await MarkAsync(id, down, cancellationToken);
            }
        }
    }

    private async Task MarkAsync(DeliveryId id, DeliveryEvent.TakenDown down, CancellationToken cancellationToken)
    {
        var table = store.DeliveriesTo(id.Partition);
        while (await table.FindAsync(id.Partition, id.Row, DeliveriesJson.Default.Delivery, cancellationToken) is { } read
            && read.Value.Apply(down) is { } after
            && !await new Transaction(id.Partition).Replace(read, after, DeliveriesJson.Default.Delivery)
                .CommitAsync(table, cancellationToken))
        {
            // And again.
        }
    }

    private static Problem ReasonOf(Delivery change) =>
        new(change.Action is DeliveryAction.Remove ? nameof(ProblemTexts.PostTakenDown) : nameof(ProblemTexts.RevisionReplaced));
}
