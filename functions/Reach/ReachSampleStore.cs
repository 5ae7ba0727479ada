using System.Collections.Immutable;
using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Reach;

/// <summary>The samples of deliveries, by language version.</summary>
internal sealed class ReachSampleStore(Store store, TimeProvider time)
{
    /// <summary>What is known of the deliveries of a version. One transaction for each thousand rows.</summary>
    public async Task<KnownSamples> OfAsync(VersionId version, CancellationToken cancellationToken)
    {
        var rows = await NewestAsync(TableReading.Partition(version.ToString()), cancellationToken).ToListAsync(cancellationToken);
        return new(
            [.. rows.Select(row => row.Block).OfType<Row<SampleBlock>>()],
            NewestOf(rows.SelectMany(row => row.Samples)).ToDictionary(sample => sample.Delivery))
        {
            NextNumber = rows.Select(row => row.Next).DefaultIfEmpty().Max(),
        };
    }

    /// <summary>
    /// The newest of each delivery of an item, of every revision and language. One transaction for each thousand rows.
    /// </summary>
    public async Task<IReadOnlyList<ReachSample>> LatestAsync(ItemId item, CancellationToken cancellationToken)
    {
        var rows = NewestAsync(TableReading.Partitions(Keys.DeliveriesOf(item.Value)), cancellationToken);
        return [.. NewestOf(await rows.SelectMany(row => row.Samples.ToAsyncEnumerable()).ToListAsync(cancellationToken))];
    }

    /// <summary>The opens of an item's links by the end of each day, of every revision and language. One transaction.</summary>
    public IAsyncEnumerable<(VersionId Version, OpensOnDay Opens)> OpensByDayAsync(ItemId item, CancellationToken cancellationToken)
    {
        var (from, to) = (KeysOfReach.OpensByDayPrefix, Keys.After(KeysOfReach.OpensByDayPrefix));
        var rows = TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {to}");
        return store.Reach.WhereAsync(
                $"{TableReading.Partitions(Keys.DeliveriesOf(item.Value))} and {rows}", ReachJson.Default.OpensOnDay, cancellationToken)
            .Select(row => (VersionId.Parse(row.PartitionKey, provider: null), row.Value));
    }

    /// <summary>
    /// Keeps what was measured: the newest of each delivery, which reports read, and what says something else than before once more, with
    /// its time. Beside them stands how often the links were opened by the end of the day. One transaction for some 4,900 deliveries, and
    /// one that asks for the report where something changed.
    /// </summary>
    /// <param name="known">What was known before.</param>
    /// <param name="samples">One of a delivery at most.</param>
    /// <param name="opens">How often the links of the version were opened by now, by commune and channel.</param>
    /// <returns>False where somebody else kept something meanwhile: not all was kept, and it is to be measured again.</returns>
    public async Task<bool> AddAsync(
        VersionId version,
        KnownSamples known,
        IReadOnlyCollection<ReachSample> samples,
        ImmutableArray<OpensOfPlaces> opens,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changed = samples.Where(sample => !sample.SaysTheSameAs(known.Newest.GetValueOrDefault(sample.Delivery))).ToList();
        var kept = changed.Chunk(SampleBlock.Limit).Index().Select(part => (RowKey: KeysOfReach.SampleAt(part.Index, now), part.Item));
        List<Action<Transaction>> writes =
        [
            .. known.With(samples).Select(block => (Action<Transaction>)(transaction =>
                transaction.Save(block.Read, block.RowKey, block.Value, ReachJson.Default.SampleBlock))),
            .. kept.Select(part => (Action<Transaction>)(transaction =>
                transaction.Put(part.RowKey, new([.. part.Item]), ReachJson.Default.SampleBlock))),
        ];
        foreach (var chunk in writes.Chunk(Transaction.Limit - 1))
        {
            var transaction = new Transaction(version.ToString()).Put(
                KeysOfReach.OpensByDay(LocalTime.DayOf(now)),
                new(LocalTime.DayOf(now), opens.Sum(places => places.Total), now) { Places = opens },
                ReachJson.Default.OpensOnDay);
            Array.ForEach(chunk, write => write(transaction));
            if (!await transaction.CommitAsync(store.Reach, cancellationToken))
            {
                return false;
            }
        }

        Metrics.SamplesTaken.Add(samples.Count);
        if (changed.Count > 0)
        {
            await new Transaction(Keys.Editorial)
                .HandOver(OutboxTopics.Report, ItemDue.Of(version.Item, now))
                .CommitAsync(store.Editorial, cancellationToken);
        }

        return true;
    }

    // What was measured before there were blocks stands in a row of its own, of a later edition even in two; the newest holds.
    private static IEnumerable<ReachSample> NewestOf(IEnumerable<ReachSample> samples) =>
        samples.GroupBy(sample => sample.Delivery).Select(same => same.MaxBy(sample => sample.At)!);

    private IAsyncEnumerable<(Row<SampleBlock>? Block, int Next, ImmutableArray<ReachSample> Samples)> NewestAsync(
        string partitions, CancellationToken cancellationToken)
    {
        var (from, to) = (KeysOfReach.KnownPrefix, Keys.After(KeysOfReach.LatestPrefix));
        var rows = TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {to}");
        return store.Reach.QueryAsync<TableEntity>($"{partitions} and {rows}", cancellationToken: cancellationToken).Select(Read);
    }

    private (Row<SampleBlock>? Block, int Next, ImmutableArray<ReachSample> Samples) Read(TableEntity entity)
    {
        if (entity.RowKey.StartsWith(KeysOfReach.LatestPrefix, StringComparison.Ordinal))
        {
            return (null, 0, store.Reach.Readable(entity, ReachJson.Default.ReachSample) is { Value: var sample } ? [sample] : []);
        }

        var block = store.Reach.Readable(entity, ReachJson.Default.SampleBlock);
        return (block, KeysOfReach.KnownNumber(entity.RowKey) + 1, block?.Value.Samples ?? []);
    }
}
