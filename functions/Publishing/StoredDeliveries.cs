using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>Reads deliveries that are known by their ids.</summary>
internal static class StoredDeliveries
{
    /// <summary>Those of them that are there. One transaction for each thousand rows between the first and the last.</summary>
    /// <param name="ids">Of one language version to one commune.</param>
    public static async Task<List<Row<Delivery>>> ReadDeliveriesAsync(this Store store, IEnumerable<DeliveryId> ids, CancellationToken cancellation)
    {
        var wanted = ids.ToHashSet();
        if (wanted.Count == 0)
        {
            return [];
        }

        var partition = wanted.First().Partition;
        var rows = wanted.Select(id => id.Row).Order(StringComparer.Ordinal).ToList();
        return await store.DeliveriesTo(partition)
            .BetweenAsync(partition, rows[0], Keys.AfterKey(rows[^1]), PublishingJson.Default.Delivery, cancellation)
            .Where(row => wanted.Contains(row.Value.Id))
            .ToListAsync(cancellation);
    }
}
