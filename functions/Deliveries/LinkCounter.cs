using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// Counts opened links in memory and adds what it counted to storage every few seconds, and when the program ends in order. Each copy of
/// the program writes rows of its own (one of sixteen shards), so that readers who come at once wait for nobody. A copy that is killed
/// loses the seconds since its last flush.
/// </summary>
internal sealed partial class LinkCounter : BackgroundService
{
    private const int Shards = 16;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static int _copies;

    private readonly Store _store;
    private readonly TimeProvider _time;
    private readonly ILogger<LinkCounter> _logger;
    private readonly ConcurrentDictionary<LinkCode, long> _opens = new();
    private readonly Queue<LinkFlush> _unwritten = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _copy;
    private readonly string _shard;
    private long _flushes;

    public LinkCounter(Store store, TimeProvider time, ILogger<LinkCounter> logger)
    {
        (_store, _time, _logger) = (store, time, logger);
        _copy = string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}-{Environment.ProcessId}-{time.GetUtcNow().UtcTicks}-{Interlocked.Increment(ref _copies)}");
        _shard = (SHA256.HashData(Encoding.UTF8.GetBytes(_copy))[0] % Shards).ToString("D2", CultureInfo.InvariantCulture);
    }

    /// <summary>Counts one more. No transactions.</summary>
    public void Count(LinkCode link) => _opens.AddOrUpdate(link, 1, static (_, opens) => opens + 1);

    /// <summary>Writes what was counted: two transactions for each language version that was read, none where none was.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            Collect();
            for (var left = _unwritten.Count; left > 0; left--)
            {
                var next = _unwritten.Peek();
                if (!await TryFlushAsync(next, cancellationToken))
                {
                    _unwritten.Enqueue(next);
                }

                _unwritten.Dequeue();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await FlushAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // What was not written stays counted, and the next flush writes it.
                LogNotWritten(failure);
            }
        }
    }

    /// <summary>Takes what was counted out of the counters; whoever counts meanwhile begins anew.</summary>
    private void Collect()
    {
        List<KeyValuePair<LinkCode, long>> counted = [];
        foreach (var link in _opens.Keys)
        {
            if (_opens.TryRemove(link, out var opens))
            {
                counted.Add(new(link, opens));
            }
        }

        foreach (var partition in counted.GroupBy(link => link.Key.Version, StringComparer.Ordinal))
        {
            foreach (var chunk in partition.Chunk(Transaction.Limit))
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{_copy}-{++_flushes}");
                var opens = chunk.ToDictionary(link => link.Key.Row, link => link.Value, StringComparer.Ordinal);
                _unwritten.Enqueue(new(id, partition.Key, opens));
            }
        }
    }

    /// <summary>One that cannot be written, as where a row cannot be read, waits behind the others and keeps none of them.</summary>
    private async Task<bool> TryFlushAsync(LinkFlush flush, CancellationToken cancellationToken)
    {
        try
        {
            return await OptimisticRetry.RunAsync(() => TryWriteAsync(flush, cancellationToken), $"the opens of {flush.Partition}");
        }
        catch (Exception failure) when (failure is LostRaceException or RequestFailedException && !StorageFailure.IsAway(failure))
        {
            LogNotWritten(failure);
            return false;
        }
    }

    /// <returns>Null where another copy of the same shard wrote meanwhile.</returns>
    private async Task<bool?> TryWriteAsync(LinkFlush flush, CancellationToken cancellationToken)
    {
        var partition = Keys.LinkOpensOf(flush.Partition);
        var rows = await _store.Links
            .StartingWithAsync(partition, Keys.LinkOpensOfShard(_shard), DeliveriesJson.Default.LinkOpens, cancellationToken)
            .Where(row => flush.Opens.ContainsKey(row.Value.Link))
            .ToDictionaryAsync(row => row.Value.Link, StringComparer.Ordinal, cancellationToken);
        if (rows.Values.Any(row => row.Value.Flush == flush.Id))
        {
            // It was written, and only the answer was lost.
            return true;
        }

        var transaction = new Transaction(partition);
        foreach (var (link, opens) in flush.Opens)
        {
            var read = rows.GetValueOrDefault(link);
            transaction.Save(
                read,
                Keys.LinkOpens(_shard, link),
                new(link, (read?.Value.Opens ?? 0) + opens, flush.Id),
                DeliveriesJson.Default.LinkOpens);
        }

        return await transaction.CommitAsync(_store.Links, cancellationToken) ? true : null;
    }

    [LoggerMessage(LogLevel.Warning, "Counts of opened links could not be written yet")]
    private partial void LogNotWritten(Exception failure);
}
