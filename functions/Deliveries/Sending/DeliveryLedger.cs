using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// Reads the deliveries of a batch, and writes intents and outcomes: what goes to one commune of a language version is one transaction.
/// </summary>
internal sealed class DeliveryLedger(Store store)
{
    /// <summary>
    /// The deliveries that a batch names. For each table one transaction for each thousand rows of its lane between its first and last
    /// there.
    /// </summary>
    public async Task<ReadBatch> ReadAsync(string lane, LaneBatch batch, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(batch.Ids()
            .GroupBy(id => store.DeliveriesTo(id.Destination.Commune.Value))
            .Select(ids => ReadAsync(ids.Key, lane, [.. ids], cancellationToken)));
        return new([.. found.SelectMany(read => read.Rows)], [.. found.SelectMany(read => read.Unreadable)]);
    }

    /// <summary>
    /// Writes what changed. One transaction for each commune of a language version, all at once, unless somebody else changed one of its
    /// rows meanwhile: then each of these by itself, without those.
    /// </summary>
    /// <returns>What was written, as it now stands; in another order.</returns>
    public async Task<List<Row<Delivery>>> WriteAsync(
        IReadOnlyList<(Row<Delivery> Read, Delivery Changed)> changes, CancellationToken cancellationToken)
    {
        var written = await Task.WhenAll(changes
            .GroupBy(change => change.Read.PartitionKey, StringComparer.Ordinal)
            .SelectMany(commune => commune.Chunk(Transaction.Limit))
            .Select(chunk => WriteChunkAsync(chunk, cancellationToken)));
        return [.. written.SelectMany(rows => rows)];
    }

    private static async Task<ReadBatch> ReadAsync(
        TableClient table, string lane, HashSet<DeliveryId> wanted, CancellationToken cancellationToken)
    {
        ReadBatch found = new(new(wanted.Count), []);
        await foreach (var entity in table.QueryAsync<TableEntity>(Around(lane, wanted), cancellationToken: cancellationToken))
        {
            if (table.Readable(entity, DeliveriesJson.Default.Delivery) is not { } row)
            {
                found.Unreadable.AddRange(wanted.Where(id => id.Partition == entity.PartitionKey && id.Row == entity.RowKey));
            }
            else if (wanted.Contains(row.Value.Id))
            {
                found.Rows.Add(row);
            }
        }

        return found;
    }

    /// <summary>
    /// A filter for one range of a lane's rows with all of these in it: rows of one commune, or all between the first commune and the last.
    /// </summary>
    private static string Around(string lane, HashSet<DeliveryId> wanted)
    {
        var (first, last) = Ends(wanted.Select(id => id.Partition));
        if (first != last)
        {
            return TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey le {last} and Lane eq {lane}");
        }

        var (from, to) = Ends(wanted.Select(id => id.Row));
        return TableClient.CreateQueryFilter($"PartitionKey eq {first} and RowKey ge {from} and RowKey le {to} and Lane eq {lane}");
    }

    private static (string First, string Last) Ends(IEnumerable<string> keys)
    {
        var ordered = keys.Order(StringComparer.Ordinal).ToList();
        return (ordered[0], ordered[^1]);
    }

    private async Task<List<Row<Delivery>>> WriteChunkAsync(
        (Row<Delivery> Read, Delivery Changed)[] changes, CancellationToken cancellationToken)
    {
        if (await TryWriteAsync(changes, cancellationToken) is { } all)
        {
            return all;
        }

        List<Row<Delivery>> written = [];
        foreach (var change in changes)
        {
            written.AddRange(await TryWriteAsync([change], cancellationToken) ?? []);
        }

        return written;
    }

    private async Task<List<Row<Delivery>>?> TryWriteAsync(
        (Row<Delivery> Read, Delivery Changed)[] changes, CancellationToken cancellationToken)
    {
        var transaction = new Transaction(changes[0].Read.PartitionKey);
        foreach (var (read, changed) in changes)
        {
            transaction.Replace(read, changed, DeliveriesJson.Default.Delivery);
        }

        var tags = await transaction.CommitForTagsAsync(store.DeliveriesTo(changes[0].Read.PartitionKey), cancellationToken);
        return tags is null ? null : [.. changes.Zip(tags, (change, tag) => change.Read with { Value = change.Changed, ETag = tag })];
    }
}
