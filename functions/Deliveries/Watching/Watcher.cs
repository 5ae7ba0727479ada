using System.Collections.Immutable;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Dissemination.Alerts;
using Dissemination.Deliveries.Sending;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Watching;

/// <summary>Looks how the program itself is, for the status page, the gauges and the alerts of Azure.</summary>
internal sealed class Watcher(
    Store store, HealthStore health, AlertStore alerts, CredentialAges credentials, WatchMetrics metrics, TimeProvider time)
{
    /// <summary>The alerts that stand for what could not be handled.</summary>
    private static readonly string[] DeadLetterKinds = ["file", QueueNames.UnhandledBlobs, .. QueueNames.All];

    /// <summary>Fourteen transactions.</summary>
    public async Task<WatchFigures> LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = await health.ReadAsync(cancellationToken);
        var (posts, late) = await PostsAsync(now, cancellationToken);
        WatchFigures figures = new(
            now,
            await QueuesAsync(now, cancellationToken),
            posts,
            late,
            (await store.Worklist.QueryAsync<TableEntity>(
                TableReading.Partition(Keys.Troubled), WatchFigures.Most, ["RowKey"], cancellationToken)
                .Take(WatchFigures.Most).CountAsync(cancellationToken)),
            [.. known.Lanes.Values.Where(lane => lane.Stopped is not null).Select(lane => lane.Lane).Order(StringComparer.Ordinal)],
            known.Lanes.Values.Where(lane => lane is { Stopped: null, PausedUntil: { } until } && until > now)
                .ToImmutableSortedDictionary(lane => lane.Lane, lane => lane.PausedUntil!.Value, StringComparer.Ordinal),
            await DeadLettersAsync(cancellationToken),
            await UnchainedAsync(now, cancellationToken),
            await credentials.ReadAsync(cancellationToken));
        metrics.Keep(figures);
        return figures;
    }

    private async Task<ImmutableSortedDictionary<string, TimeSpan>> QueuesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ages = ImmutableSortedDictionary.CreateBuilder<string, TimeSpan>(StringComparer.Ordinal);

        // Messages of lanes sleep until it is their time: how late those are says the backlog.
        foreach (var queue in (QueueClient[])[store.TranslationWanted, store.ReviewerCalls])
        {
            var first = (await queue.PeekMessagesAsync(1, cancellationToken)).Value;
            ages[queue.Name] = first is [{ InsertedOn: { } at }] && at < now ? now - at : TimeSpan.Zero;
        }

        return ages.ToImmutable();
    }

    /// <summary>What waits to be sent, and how late it is.</summary>
    private async Task<(int Count, TimeSpan Late)> PostsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await store.Backlog.QueryAsync<TableEntity>(
                TableReading.Partition(Keys.BacklogPartition), WatchFigures.Most, ["RowKey"], cancellationToken)
            .Take(WatchFigures.Most)
            .Select(row => Keys.BacklogDue(row.RowKey))
            .ToListAsync(cancellationToken);
        return (due.Count, due.Where(at => at < now).Select(at => now - at).DefaultIfEmpty(TimeSpan.Zero).Max());
    }

    private async Task<int> DeadLettersAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var kind in DeadLetterKinds)
        {
            count += await alerts.OfKindAsync(kind, cancellationToken).Take(WatchFigures.Most).CountAsync(cancellationToken);
        }

        return count;
    }

    private async Task<TimeSpan> UnchainedAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await store.Editorial
            .StartingWithAsync(Keys.Editorial, KeysOfRecords.UnchainedPrefix, StorageJson.Default.HistoryEntry, cancellationToken)
            .FirstOrDefaultAsync(cancellationToken) is { Value.At: var at } && at < now
            ? now - at
            : TimeSpan.Zero;
}
