using Azure.Data.Tables;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Channels.Sending;

/// <summary>Reads the deliveries of a message and writes intents and outcomes, each a transaction for the whole batch.</summary>
internal sealed class DeliveryLedger(Store store)
{
    /// <summary>The deliveries that a batch names. One transaction for each thousand rows of its lane between its first and last.</summary>
    public async Task<List<Row<Delivery>>> ReadAsync(string lane, LaneBatch batch, CancellationToken cancellation)
    {
        var wanted = batch.Deliveries.ToHashSet(StringComparer.Ordinal);
        var (first, last) = (wanted.Min(StringComparer.Ordinal)!, Keys.AfterKey(wanted.Max(StringComparer.Ordinal)!));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {batch.Version.ToString()} and RowKey ge {first} and RowKey lt {last} and Lane eq {lane}");
        List<Row<Delivery>> found = new(wanted.Count);
        await foreach (var entity in store.Deliveries.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (wanted.Contains(entity.RowKey))
            {
                found.Add(RowCodec.ToRow(entity, PublishingJson.Default.Delivery));
            }
        }

        return found;
    }

    /// <summary>Writes what changed. One transaction, unless somebody else changed one of the rows meanwhile: then each by itself, without those.</summary>
    /// <returns>What was written, as it now stands.</returns>
    public async Task<List<Row<Delivery>>> WriteAsync(IReadOnlyList<(Row<Delivery> Read, Delivery Changed)> changes, CancellationToken cancellation)
    {
        List<Row<Delivery>> written = [];
        foreach (var chunk in changes.Chunk(Transaction.Limit))
        {
            if (await TryWriteAsync(chunk, cancellation) is { } all)
            {
                written.AddRange(all);
                continue;
            }

            foreach (var change in chunk)
            {
                written.AddRange(await TryWriteAsync([change], cancellation) ?? []);
            }
        }

        return written;
    }

    private async Task<IEnumerable<Row<Delivery>>?> TryWriteAsync((Row<Delivery> Read, Delivery Changed)[] changes, CancellationToken cancellation)
    {
        if (changes is [])
        {
            return [];
        }

        var transaction = new Transaction(changes[0].Read.PartitionKey);
        foreach (var (read, changed) in changes)
        {
            transaction.Replace(read, changed, PublishingJson.Default.Delivery);
        }

        var tags = await transaction.CommitForTagsAsync(store.Deliveries, cancellation);
        return tags is null ? null : changes.Zip(tags, (change, tag) => change.Read with { Value = change.Changed, ETag = tag });
    }
}
