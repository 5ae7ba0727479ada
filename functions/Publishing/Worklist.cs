using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>In which list of waiting deliveries a delivery stands, if in any.</summary>
internal static class Worklist
{
    /// <summary>The partition of the list, or null where nobody has to do anything.</summary>
    public static string? PartitionOf(Delivery delivery) => delivery switch
    {
        { State: DeliveryState.Due, IsByHand: true } => Keys.HandTasks(delivery.Id.Destination.Commune.Value),
        { State: DeliveryState.Held } => Keys.Held(delivery.Id.Destination.Commune.Value),
        { State: DeliveryState.Failed or DeliveryState.Uncertain } => Keys.Troubled,
        _ => null,
    };

    /// <summary>Puts each of these deliveries into its list. A transaction for each list and hundred.</summary>
    public static async Task AddToWorklistAsync(
        this Store store,
        IEnumerable<Delivery> deliveries,
        Func<Delivery, WorklistEntry> entry,
        CancellationToken cancellation)
    {
        foreach (var list in deliveries.Where(delivery => PartitionOf(delivery) is not null).GroupBy(delivery => PartitionOf(delivery)!, StringComparer.Ordinal))
        {
            foreach (var chunk in list.Chunk(Transaction.Limit))
            {
                var transaction = new Transaction(list.Key);
                foreach (var delivery in chunk)
                {
                    transaction.Put(delivery.Id.ToString(), entry(delivery), PublishingJson.Default.WorklistEntry);
                }

                await transaction.CommitAsync(store.Worklist, cancellation);
            }
        }
    }

    /// <summary>Takes a delivery out of the list in which it stood. One transaction.</summary>
    public static async Task RemoveFromWorklistAsync(this Store store, Delivery stood, CancellationToken cancellation)
    {
        if (PartitionOf(stood) is { } list)
        {
            await store.Worklist.DeleteEntityAsync(list, stood.Id.ToString(), cancellationToken: cancellation);
        }
    }
}
