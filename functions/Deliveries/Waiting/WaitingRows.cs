using Azure.Data.Tables;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Waiting;

/// <summary>Changes the lists of what waits for communes, however many do so at once.</summary>
internal static class WaitingRows
{
    /// <summary>How often a change is tried where others change the same row: all the people of a ward may work at one version.</summary>
    private const int MostTries = 20;

    /// <summary>
    /// One transaction for each partition where nothing of it is there; else another query for each row, and one transaction more.
    /// </summary>
    public static Task AddAsync(
        this Store store, string list, IEnumerable<WaitingChange> changes, CancellationToken cancellationToken) =>
        ByPartitionAsync(list, changes, async (partition, some) =>
        {
            var prepared = some.Select(change => (change, change.Write(partition, parts: []))).ToAsyncEnumerable();
            await store.ChangePartitionAsync(partition, await store.TryAsync(partition, prepared, cancellationToken), cancellationToken);
        });

    /// <summary>A query for each row that is changed, and one transaction for each partition.</summary>
    public static Task ChangeAsync(
        this Store store, string list, IEnumerable<WaitingChange> changes, CancellationToken cancellationToken) =>
        ByPartitionAsync(list, changes, (partition, some) => store.ChangePartitionAsync(partition, some, cancellationToken));

    /// <summary>Side by side: the partitions of a list know nothing of each other.</summary>
    private static Task ByPartitionAsync(
        string list, IEnumerable<WaitingChange> changes, Func<string, List<WaitingChange>, Task> change) =>
        Task.WhenAll(changes
            .GroupBy(one => Keys.WaitingPartition(list, one.Key.Commune.Value), StringComparer.Ordinal)
            .Select(partition => change(partition.Key, [.. partition])));

    private static async Task ChangePartitionAsync(
        this Store store, string partition, List<WaitingChange> changes, CancellationToken cancellationToken)
    {
        var prepared = changes.ToAsyncEnumerable().Select(PrepareAsync);

        // Where somebody else wrote meanwhile, each by itself: those who work in many communes would else stand in each other's way.
        foreach (var change in await store.TryAsync(partition, prepared, cancellationToken))
        {
            var what = $"what waits of {change.Key.Version} in {change.Key.Commune}";
            await Turns.InTurnAsync(
                what,
                () => OptimisticRetry.RunAsync<bool>(
                    async () => await (await PrepareAsync(change, cancellationToken)).Writes.CommitAsync(store.Worklist, cancellationToken)
                        ? true
                        : null,
                    what,
                    MostTries),
                cancellationToken);
        }

        async ValueTask<(WaitingChange Change, Transaction Writes)> PrepareAsync(
            WaitingChange change, CancellationToken cancellationToken) =>
            (change, change.Write(partition, await store.ReadAsync(partition, change.Key, cancellationToken)));
    }

    /// <summary>Writes with as few transactions as take all.</summary>
    /// <returns>Those that were not written, because somebody else wrote one of their rows.</returns>
    private static async Task<List<WaitingChange>> TryAsync(
        this Store store,
        string partition,
        IAsyncEnumerable<(WaitingChange Change, Transaction Writes)> prepared,
        CancellationToken cancellationToken)
    {
        List<WaitingChange> refused = [], together = [];
        var transaction = new Transaction(partition);
        await foreach (var (change, writes) in prepared.WithCancellation(cancellationToken))
        {
            if (!transaction.TryJoin(writes))
            {
                await CommitAsync();
                (transaction, together) = (writes, []);
            }

            together.Add(change);
        }

        await CommitAsync();
        return refused;

        async Task CommitAsync() =>
            refused.AddRange(await transaction.CommitAsync(store.Worklist, cancellationToken) ? [] : together);
    }

    private static async Task<List<WaitingPart>> ReadAsync(
        this Store store, string partition, WaitingKey key, CancellationToken cancellationToken)
    {
        List<WaitingPart> parts = [];
        await foreach (var entity in store.Worklist.QueryAsync<TableEntity>(
            TableReading.Prefix(partition, key.Prefix), cancellationToken: cancellationToken))
        {
            if (key.PartOf(entity.RowKey) is { } number)
            {
                parts.Add(new(number, entity.RowKey, entity.ETag, store.Worklist.Readable(entity, DeliveriesJson.Default.WaitingRow)));
            }
        }

        return parts;
    }
}
