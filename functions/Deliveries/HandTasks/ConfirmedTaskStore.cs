using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>
/// The hand tasks that a commune confirmed lately, newest first: a small list of its own, because a commune's deliveries lie apart for each
/// language version.
/// </summary>
internal sealed class ConfirmedTaskStore(Store store, DirectoryStore directories, TimeProvider time)
{
    /// <summary>For how long a task stays in the list. What it was stays in its delivery and in the record for good.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(30);

    /// <summary>The most that are forgotten in one invocation; the next takes the rest.</summary>
    private const int MostForgotten = 5_000;

    /// <summary>A page of them, and of those of the communes that became part of it. One transaction for each commune.</summary>
    public async Task<Page<ConfirmedTask>> PageAsync(CommuneId commune, string? continuation, CancellationToken cancellationToken)
    {
        var to = Keys.TicksDescending(time.GetUtcNow() - Kept);
        return await (await directories.CurrentAsync(cancellationToken)).FamilyOf(commune)
            .Select(part => (store.Worklist, TableReading.Range(Keys.Done(part.Value), "", to)))
            .ToArray()
            .PageAsync(continuation, size: 100, DeliveriesJson.Default.ConfirmedTask, cancellationToken);
    }

    /// <summary>Those that were confirmed with one act: at most as many as one act takes.</summary>
    public async ValueTask<List<ConfirmedTask>> OfActAsync(CommuneId commune, DateTimeOffset at, CancellationToken cancellationToken) =>
        await (await directories.CurrentAsync(cancellationToken)).FamilyOf(commune)
            .ToAsyncEnumerable()
            .SelectMany(part => store.Worklist.StartingWithAsync(
                Keys.Done(part.Value), Keys.DoneAt(at), DeliveriesJson.Default.ConfirmedTask, cancellationToken))
            .Select(row => row.Value)
            .Take(DeliveryCommands.AtOnce)
            .ToListAsync(cancellationToken);

    /// <summary>Lists what was confirmed; the same again changes nothing. A transaction for each commune.</summary>
    public async Task AddAsync(IEnumerable<ConfirmedTask> tasks, CancellationToken cancellationToken)
    {
        foreach (var commune in tasks.GroupBy(task => task.Task.Delivery.Destination.Commune))
        {
            foreach (var chunk in commune.Chunk(Transaction.Limit))
            {
                var transaction = new Transaction(Keys.Done(commune.Key.Value));
                foreach (var task in chunk)
                {
                    transaction.Put(Keys.DoneTask(task.At, task.Task.Delivery.ToString()), task, DeliveriesJson.Default.ConfirmedTask);
                }

                await transaction.CommitAsync(store.Worklist, cancellationToken);
            }
        }
    }

    /// <summary>Takes out what was taken back.</summary>
    /// <param name="confirmed">Each with the time at which it had been confirmed.</param>
    public async Task RemoveAsync(IEnumerable<(DeliveryId Delivery, DateTimeOffset At)> confirmed, CancellationToken cancellationToken)
    {
        foreach (var (delivery, at) in confirmed)
        {
            // By itself, so that one that is gone already keeps no other.
            await store.Worklist.DeleteEntityAsync(
                Keys.Done(delivery.Destination.Commune.Value),
                Keys.DoneTask(at, delivery.ToString()),
                cancellationToken: cancellationToken);
        }
    }

    /// <summary>Forgets what is older than the lists show. One transaction, and one for each list and hundred that are forgotten.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        var (from, to) = (Keys.TicksDescending(time.GetUtcNow() - Kept), Keys.TicksDescending(DateTimeOffset.MinValue));
        var rows = TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {to}");
        var old = await store.Worklist
            .QueryAsync<TableEntity>(
                $"{TableReading.Partitions(Keys.Done(""))} and {rows}",
                select: [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)],
                cancellationToken: cancellationToken)
            .Take(MostForgotten)
            .ToListAsync(cancellationToken);
        foreach (var list in old.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            foreach (var chunk in list.Chunk(Transaction.Limit))
            {
                var transaction = new Transaction(list.Key);
                foreach (var row in chunk)
                {
                    transaction.Delete(row.RowKey);
                }

                // What somebody else forgot meanwhile is forgotten next time.
                await transaction.CommitAsync(store.Worklist, cancellationToken);
            }
        }
    }
}
