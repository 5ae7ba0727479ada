using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>Reads deliveries. A block that cannot be read stands in the way of no other: people are told of it.</summary>
internal sealed class DeliveryReader(Store store)
{
    /// <summary>All of a language version, block by block. One transaction, and one more for each ten thousand or so.</summary>
    public IAsyncEnumerable<StoredDelivery> OfAsync(VersionId version, CancellationToken cancellationToken) =>
        WhereAsync(OfVersion(version), cancellationToken);

    /// <summary>All of an item, of every revision and language.</summary>
    public IAsyncEnumerable<StoredDelivery> OfAsync(ItemId item, CancellationToken cancellationToken) =>
        WhereAsync($"{TableReading.Partitions(Keys.DeliveriesOf(item.Value))} and {Blocks}", cancellationToken);

    /// <summary>The same, for whoever is not done with an item while something of it cannot be read.</summary>
    /// <param name="unreadable">Is given the blocks that cannot be read.</param>
    public IAsyncEnumerable<StoredDelivery> OfAsync(
        ItemId item, ICollection<RowTrouble> unreadable, CancellationToken cancellationToken) =>
        EveryAsync(
            $"{TableReading.Partitions(Keys.DeliveriesOf(item.Value))} and {Blocks}",
            block =>
            {
                unreadable.Add(block);
                return null;
            },
            cancellationToken);

    /// <summary>All of a revision, of every language. One transaction, and one more for each ten thousand or so.</summary>
    public IAsyncEnumerable<StoredDelivery> OfAsync(ItemId item, int revision, CancellationToken cancellationToken) =>
        WhereAsync($"{TableReading.Partitions(Keys.VersionsOf(item.Value, revision))} and {Blocks}", cancellationToken);

    /// <summary>
    /// All that goes to a commune and has not come to an end, of every item. One transaction for each thousand blocks in storage.
    /// </summary>
    public IAsyncEnumerable<StoredDelivery> OpenOfAsync(CommuneId commune, CancellationToken cancellationToken) =>
        WhereAsync($"{To([commune])} and {DeliveryBlock.Open} gt 0", cancellationToken)
            .Where(stored => stored.Value.IsOpen && stored.Value.Id.Destination.Commune == commune);

    /// <summary>Whether any of a language version was planned: only what may go out ever is, in one commune at least.</summary>
    public ValueTask<bool> IsAnyOfAsync(VersionId version, CancellationToken cancellationToken) =>
        store.Deliveries
            .QueryAsync<TableEntity>(OfVersion(version), maxPerPage: 1, select: [nameof(TableEntity.RowKey)], cancellationToken)
            .AnyAsync(cancellationToken);

    /// <summary>The language versions of a revision of which something was planned. One transaction.</summary>
    public IAsyncEnumerable<VersionId> VersionsOfAsync(ItemId item, int revision, CancellationToken cancellationToken)
    {
        var head = TableClient.CreateQueryFilter($"RowKey eq {Keys.DeliveriesHead}");
        return store.Deliveries
            .QueryAsync<TableEntity>(
                $"{TableReading.Partitions(Keys.VersionsOf(item.Value, revision))} and {head}",
                maxPerPage: null,
                [nameof(TableEntity.PartitionKey)],
                cancellationToken)
            .Select(entity => VersionId.Parse(entity.PartitionKey, null));
    }

    /// <summary>Whether something of a language version is out in a commune, or may be. One transaction.</summary>
    public ValueTask<bool> IsOutAsync(VersionId version, CommuneId commune, CancellationToken cancellationToken) =>
        OfAsync(version, commune, cancellationToken).AnyAsync(stored => stored.Value.IsOut, cancellationToken);

    /// <summary>All of a language version to a commune. One transaction.</summary>
    public IAsyncEnumerable<StoredDelivery> OfAsync(VersionId version, CommuneId commune, CancellationToken cancellationToken) =>
        WhereAsync($"{OfVersion(version)} and {To([commune])}", cancellationToken)
            .Where(stored => stored.Value.Id.Destination.Commune == commune);

    /// <summary>
    /// All of a language version to some destinations: posts, and what corrects them or takes them down. One transaction; none for none.
    /// </summary>
    /// <exception cref="UnreadableRowException">
    /// A block cannot be read: whoever plans would make once more what stands there.
    /// </exception>
    public async Task<List<StoredDelivery>> OfAsync(
        VersionId version, IEnumerable<DestinationId> destinations, CancellationToken cancellationToken)
    {
        var wanted = destinations.ToHashSet();
        return wanted.Count == 0
            ? []
            : await EveryAsync(
                $"{OfVersion(version)} and {To(wanted.Select(one => one.Commune))}",
                block => throw new UnreadableRowException(block),
                cancellationToken)
                .Where(stored => wanted.Contains(stored.Value.Id.Destination))
                .ToListAsync(cancellationToken);
    }

    /// <summary>Those that are there of some. One transaction for each language version.</summary>
    public async Task<List<StoredDelivery>> ReadAsync(IEnumerable<DeliveryId> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet();
        List<StoredDelivery> found = new(wanted.Count);
        foreach (var version in wanted.GroupBy(id => id.Version))
        {
            found.AddRange((await OfAsync(version.Key, version.Select(id => id.Destination), cancellationToken))
                .Where(stored => wanted.Contains(stored.Value.Id)));
        }

        return found;
    }

    /// <summary>One, or null. One transaction.</summary>
    public async Task<StoredDelivery?> FindAsync(DeliveryId id, CancellationToken cancellationToken) =>
        (await ReadAsync([id], cancellationToken)).FirstOrDefault();

    private static string Blocks { get; } = TableClient.CreateQueryFilter($"RowKey lt {Keys.AfterBlocks}");

    private static string OfVersion(VersionId version) => TableReading.Range(version.ToString(), "", Keys.AfterBlocks);

    /// <summary>A filter for the blocks that may hold something for these communes.</summary>
    private static string To(IEnumerable<CommuneId> communes)
    {
        var names = communes.Select(commune => commune.Value).ToList();
        var (first, last) = (names.Min(StringComparer.Ordinal)!, names.Max(StringComparer.Ordinal)!);
        return TableClient.CreateQueryFilter($"FirstCommune le {last} and LastCommune ge {first}");
    }

    private IAsyncEnumerable<StoredDelivery> WhereAsync(string filter, CancellationToken cancellationToken) =>
        store.Deliveries.WhereAsync(filter, DeliveriesJson.Default.DeliveryBlock, cancellationToken)
            .SelectMany(row => new StoredBlock(row).Deliveries.ToAsyncEnumerable());

    /// <param name="instead">What is done about a block that cannot be read.</param>
    private IAsyncEnumerable<StoredDelivery> EveryAsync(
        string filter, Func<RowTrouble, Row<DeliveryBlock>?> instead, CancellationToken cancellationToken) =>
        store.Deliveries.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Select(entity => store.Deliveries.Readable(entity, DeliveriesJson.Default.DeliveryBlock)
                ?? instead(RowTroubles.Note(store.Deliveries, entity)))
            .OfType<Row<DeliveryBlock>>()
            .SelectMany(row => new StoredBlock(row).Deliveries.ToAsyncEnumerable());
}
