using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>Reads deliveries.</summary>
internal sealed class DeliveryReader(Store store)
{
    /// <summary>All of a language version, commune by commune. One transaction for each thousand, and for each table.</summary>
    public IAsyncEnumerable<Row<Delivery>> OfAsync(VersionId version, CancellationToken cancellationToken) =>
        store.Deliveries.PartitionsAsync(Keys.DeliveriesOf(version.ToString()), DeliveriesJson.Default.Delivery, cancellationToken);

    /// <summary>All of an item, of every revision and language.</summary>
    public IAsyncEnumerable<Row<Delivery>> OfAsync(ItemId item, CancellationToken cancellationToken) =>
        store.Deliveries.PartitionsAsync(Keys.DeliveriesOf(item.Value), DeliveriesJson.Default.Delivery, cancellationToken);

    /// <summary>Whether any of a language version was planned: only what may go out ever is, in one commune at least.</summary>
    public ValueTask<bool> IsAnyOfAsync(VersionId version, CancellationToken cancellationToken) =>
        store.Deliveries
            .ToAsyncEnumerable()
            .SelectMany(
                table => table.QueryAsync<TableEntity>(
                    TableReading.Partitions(Keys.DeliveriesOf(version.ToString())), maxPerPage: 1, cancellationToken: cancellationToken))
            .AnyAsync(cancellationToken);

    /// <summary>Whether something of a language version is out in a commune, or may be. One transaction for each thousand.</summary>
    public ValueTask<bool> IsOutAsync(VersionId version, CommuneId commune, CancellationToken cancellationToken) =>
        store.DeliveriesTo(commune.Value)
            .PartitionAsync(Keys.Deliveries(version.ToString(), commune.Value), DeliveriesJson.Default.Delivery, cancellationToken)
            .AnyAsync(row => row.Value.IsOut, cancellationToken);

    /// <summary>
    /// All of a language version to some destinations of one commune: posts, and what corrects them or takes them down. One transaction for
    /// each thousand rows between the first and the last.
    /// </summary>
    public async Task<List<Row<Delivery>>> OfAsync(
        VersionId version, IEnumerable<DestinationId> destinations, CancellationToken cancellationToken)
    {
        var wanted = destinations.ToHashSet();
        if (wanted.Count == 0)
        {
            return [];
        }

        var partition = Keys.Deliveries(version.ToString(), wanted.First().Commune.Value);
        var names = wanted.Select(destination => destination.Name).Order(StringComparer.Ordinal).ToList();
        return await store.DeliveriesTo(partition)
            .BetweenAsync(partition, names[0], Keys.After($"{names[^1]}."), DeliveriesJson.Default.Delivery, cancellationToken)
            .Where(row => wanted.Contains(row.Value.Id.Destination))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Those that are there of some. One transaction for each thousand rows between the first and the last.</summary>
    /// <param name="ids">Of one language version to one commune.</param>
    public async Task<List<Row<Delivery>>> ReadAsync(IEnumerable<DeliveryId> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet();
        if (wanted.Count == 0)
        {
            return [];
        }

        var partition = wanted.First().Partition;
        var rows = wanted.Select(id => id.Row).Order(StringComparer.Ordinal).ToList();
        return await store.DeliveriesTo(partition)
            .BetweenAsync(partition, rows[0], Keys.AfterKey(rows[^1]), DeliveriesJson.Default.Delivery, cancellationToken)
            .Where(row => wanted.Contains(row.Value.Id))
            .ToListAsync(cancellationToken);
    }
}
