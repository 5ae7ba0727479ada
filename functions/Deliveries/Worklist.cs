using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>In which list of waiting deliveries a delivery stands, if in any.</summary>
internal static class Worklist
{
    /// <summary>The partition of the list, or null where nobody has to do anything.</summary>
    public static string? PartitionOf(Delivery delivery) => delivery switch
    {
        { State: DeliveryState.Due, IsByHand: true } => Keys.HandTasks(delivery.Id.Destination.Commune.Value),
        { State: DeliveryState.Held } => Keys.Held(delivery.Id.Destination.Commune.Value),
        { State: DeliveryState.Failed } or { State: DeliveryState.Uncertain, SettleAt: null } => Keys.Troubled,
        _ => null,
    };

    /// <summary>Puts each of these deliveries into its list. A transaction for each list and hundred.</summary>
    public static async Task AddToWorklistAsync(
        this Store store,
        IEnumerable<Delivery> deliveries,
        Func<Delivery, WorklistEntry> entry,
        CancellationToken cancellationToken)
    {
        foreach (var list in deliveries.Where(delivery => PartitionOf(delivery) is not null)
            .GroupBy(delivery => PartitionOf(delivery)!, StringComparer.Ordinal))
        {
            foreach (var chunk in list.Chunk(Transaction.Limit))
            {
                var transaction = new Transaction(list.Key);
                foreach (var delivery in chunk)
                {
                    transaction.Put(delivery.Id.ToString(), entry(delivery), DeliveriesJson.Default.WorklistEntry);
                }

                await transaction.CommitAsync(store.Worklist, cancellationToken);
            }
        }
    }

    /// <summary>Takes deliveries out of the lists in which they stood. A query and a transaction for each list and hundred.</summary>
    public static async Task RemoveFromWorklistAsync(this Store store, IEnumerable<Delivery> stood, CancellationToken cancellationToken)
    {
        foreach (var list in stood.Where(delivery => PartitionOf(delivery) is not null)
            .GroupBy(delivery => PartitionOf(delivery)!, StringComparer.Ordinal))
        {
            await store.RemoveFromWorklistAsync(list.Key, list.Select(delivery => delivery.Id), cancellationToken);
        }
    }

    /// <summary>Takes deliveries out of one list, whether or not they stand in it. A query, and a transaction for each hundred.</summary>
    public static async Task RemoveFromWorklistAsync(
        this Store store, string list, IEnumerable<DeliveryId> deliveries, CancellationToken cancellationToken)
    {
        var ids = deliveries.Select(delivery => delivery.ToString()).ToHashSet(StringComparer.Ordinal);
        var isDone = ids.Count == 0;
        while (!isDone)
        {
            isDone = true;
            var rows = store.Worklist
                .BetweenAsync(
                    list,
                    ids.Min(StringComparer.Ordinal)!,
                    Keys.AfterKey(ids.Max(StringComparer.Ordinal)!),
                    DeliveriesJson.Default.WorklistEntry,
                    cancellationToken)
                .Where(row => ids.Contains(row.RowKey));
            await foreach (var chunk in rows.Chunk(Transaction.Limit).WithCancellation(cancellationToken))
            {
                var transaction = new Transaction(list);
                foreach (var row in chunk)
                {
                    transaction.Delete(row.RowKey);
                }

                // Somebody else took one of them out meanwhile, and so the list is read again: each time fewer are there.
                isDone &= await transaction.CommitAsync(store.Worklist, cancellationToken);
            }
        }
    }
}
