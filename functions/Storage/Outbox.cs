using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Azure.Data.Tables;

namespace Dissemination.Storage;

/// <summary>
/// The outbox: rows beside what people decide, each written in the transaction that makes a next step necessary, and taken away once that
/// step is done. A crash between leaves the row, so every step may come again.
/// </summary>
internal sealed partial class Outbox(Store store, ILogger<Outbox> logger)
{
    /// <summary>
    /// The keys of the steps that failed or were not done yet, by topic, those that were tried last at the end. Only this copy of the
    /// program knows them: after a start each has its first turn again.
    /// </summary>
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _unfinished = new(StringComparer.Ordinal);

    /// <summary>One place in so many of a turn is kept for steps that did not end before, however many others wait.</summary>
    private const int KeptForUnfinished = 4;

    /// <summary>
    /// Takes the steps of a topic that wait, in the order of their keys. Those that failed, or were not done yet, come behind the others,
    /// by turns, so that many that never end starve none. A row that was written anew meanwhile stays. One transaction where nothing
    /// waits, and one more for each step, besides its own.
    /// </summary>
    /// <param name="atMost">So that an invocation ends long before the host's limit; the next tick takes the rest.</param>
    /// <param name="before">First after all keys that are wanted; null for all of the topic.</param>
    /// <param name="failed">Is told of a step that failed, besides the log and people; the others go on in any case.</param>
    public async Task DispatchAsync<T>(
        OutboxTopic<T> topic,
        int atMost,
        Func<T, CancellationToken, Task<OutboxOutcome>> step,
        CancellationToken cancellationToken,
        string? before = null,
        Func<T, CancellationToken, Task>? failed = null)
        where T : IOutboxEntry
    {
        var range = TableReading.Range(Keys.Editorial, topic.Prefix, before ?? Keys.After(topic.Prefix));
        var known = _unfinished.GetValueOrDefault(topic.Prefix, []).Index()
            .ToDictionary(each => each.Item, each => each.Index, StringComparer.Ordinal);
        List<Row<T>> again = [];
        List<string> unfinished = [];
        var (kept, taken) = (Math.Min(known.Count, atMost / KeptForUnfinished), 0);
        await foreach (var row in store.Editorial.WhereAsync(range, topic.Json, cancellationToken))
        {
            if (known.ContainsKey(row.RowKey))
            {
                again.Add(row);
            }
            else if (taken < atMost - kept)
            {
                await TakeAsync(row);
                taken++;
            }

            if (taken == atMost - kept && again.Count == known.Count)
            {
                break;
            }
        }

        again.Sort((one, other) => known[one.RowKey].CompareTo(known[other.RowKey]));
        foreach (var row in again.Take(atMost - taken))
        {
            await TakeAsync(row);
        }

        _unfinished[topic.Prefix] = [.. again.Skip(atMost - taken).Select(row => row.RowKey), .. unfinished];

        async Task TakeAsync(Row<T> row)
        {
            if (!await TryAsync(topic, row, step, failed, cancellationToken))
            {
                unfinished.Add(row.RowKey);
            }
        }
    }

    /// <returns>False where the row stays: the step is not done yet, or failed, and then people are told.</returns>
    private async Task<bool> TryAsync<T>(
        OutboxTopic<T> topic,
        Row<T> row,
        Func<T, CancellationToken, Task<OutboxOutcome>> step,
        Func<T, CancellationToken, Task>? failed,
        CancellationToken cancellationToken)
        where T : IOutboxEntry
    {
        using var span = Tracing.Continue(topic.Name, row.Value.TraceParent);
        try
        {
            var outcome = await step(row.Value, cancellationToken);
            await FinishAsync(row, outcome, cancellationToken);
            return outcome.IsDone;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            LogFailed(e, topic.Name, row.RowKey);
            RowTroubles.Note(store.Editorial, new TableEntity(row.PartitionKey, row.RowKey) { ETag = row.ETag }, topic.Name);
            await (failed?.Invoke(row.Value, cancellationToken) ?? Task.CompletedTask);
            return false;
        }
    }

    private async Task FinishAsync<T>(Row<T> row, OutboxOutcome outcome, CancellationToken cancellationToken)
    {
        if (!outcome.IsDone)
        {
            return;
        }

        var isWritten = await (outcome.With ?? new(Keys.Editorial)).Delete(row).CommitAsync(store.Editorial, cancellationToken);
        if (isWritten && outcome.Then is { } then)
        {
            await then(cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The step {Step} of {Key} failed")]
    private partial void LogFailed(Exception exception, string step, string key);
}
