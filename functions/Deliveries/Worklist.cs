using Dissemination.Content;
using Dissemination.Deliveries.Waiting;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>In which list of waiting deliveries a delivery stands, if in any: what waits for a commune, or what is in trouble.</summary>
internal static class Worklist
{
    /// <summary>The name of the list, or null where nobody has to do anything.</summary>
    public static string? ListOf(Delivery delivery) => delivery switch
    {
        { State: DeliveryState.Due, IsByHand: true } => Keys.HandTasks,
        { State: DeliveryState.Held } => Keys.Held,
        { State: DeliveryState.Failed } or { State: DeliveryState.Uncertain, SettleAt: null } => Keys.Troubled,
        _ => null,
    };

    /// <summary>
    /// Puts each of these deliveries into its list; one that is there already is written anew. Of what is in trouble one
    /// transaction for a hundred; of what waits in communes one for each of eight partitions, and where some of that waits there already
    /// one more and a query for each commune: give all of a version at once.
    /// </summary>
    public static async Task AddToWorklistAsync(
        this Store store,
        IEnumerable<Delivery> deliveries,
        Func<Delivery, WorklistEntry> entry,
        CancellationToken cancellationToken)
    {
        foreach (var list in deliveries.Where(delivery => ListOf(delivery) is not null)
            .GroupBy(delivery => ListOf(delivery)!, StringComparer.Ordinal))
        {
            if (list.Key is Keys.Troubled)
            {
                await store.AddTroubledAsync(list.Select(entry), cancellationToken);
            }
            else
            {
                await store.AddAsync(list.Key, WaitingChange.Adding(list, entry), cancellationToken);
            }
        }
    }

    /// <summary>Takes deliveries out of the lists in which they stood.</summary>
    public static async Task RemoveFromWorklistAsync(this Store store, IEnumerable<Delivery> stood, CancellationToken cancellationToken)
    {
        foreach (var list in stood.Where(delivery => ListOf(delivery) is not null)
            .GroupBy(delivery => ListOf(delivery)!, StringComparer.Ordinal))
        {
            await store.RemoveFromWorklistAsync(list.Key, list, cancellationToken);
        }
    }

    /// <summary>
    /// Takes deliveries out of one list, whether or not they stand in it, and however they stand now. One transaction for each hundred
    /// rows; and of what waits for communes a query for each version and commune.
    /// </summary>
    public static Task RemoveFromWorklistAsync(
        this Store store, string list, IEnumerable<Delivery> deliveries, CancellationToken cancellationToken) =>
        list is Keys.Troubled
            ? store.RemoveTroubledAsync(deliveries.Select(delivery => delivery.Id), cancellationToken)
            : store.ChangeAsync(list, WaitingChange.Removing(deliveries), cancellationToken);

    private static async Task AddTroubledAsync(
        this Store store, IEnumerable<WorklistEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var chunk in entries.DistinctBy(entry => entry.Delivery).Chunk(Transaction.Limit))
        {
            var transaction = new Transaction(Keys.Troubled);
            foreach (var entry in chunk)
            {
                transaction.Put(entry.Delivery.ToString(), entry, DeliveriesJson.Default.WorklistEntry);
            }

            await transaction.CommitAsync(store.Worklist, cancellationToken);
        }
    }

    private static async Task RemoveTroubledAsync(
        this Store store, IEnumerable<DeliveryId> deliveries, CancellationToken cancellationToken)
    {
        foreach (var chunk in deliveries.Distinct().Chunk(Transaction.Limit))
        {
            var transaction = new Transaction(Keys.Troubled);
            foreach (var delivery in chunk)
            {
                transaction.Delete(delivery.ToString());
            }

            // Some are gone already: then each by itself, so that those keep no other.
            if (!await transaction.CommitAsync(store.Worklist, cancellationToken))
            {
                foreach (var delivery in chunk)
                {
                    await store.Worklist.DeleteEntityAsync(Keys.Troubled, delivery.ToString(), cancellationToken: cancellationToken);
                }
            }
        }
    }
}
