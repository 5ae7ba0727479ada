using System.Globalization;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// Works off a lane: takes its lease, sends what is due of its backlog at its pace, and sees to it that a message wakes the lane when the
/// next is due. A lane that somebody else holds is left alone: the holder looks again, after letting it go, at what came meanwhile.
/// </summary>
internal sealed partial class LaneSender(
    Store store,
    Backlog backlog,
    BatchSender batches,
    HealthStore health,
    AlertStore alerts,
    TimeProvider time,
    ILogger<LaneSender> logger)
{
    /// <summary>The batches that are read at once.</summary>
    private const int AtOnce = 20;

    /// <summary>How often a batch is tried that breaks off for a reason that nobody expected.</summary>
    private const int MostTries = 5;

    /// <summary>A message that comes so soon is sent after the lane is let go: it would be lost on a lane that is still held.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <param name="comesAgain">Whether the message was handled before and its handling did not end.</param>
    public async Task SendAsync(LaneWake wake, bool comesAgain, CancellationToken cancellationToken)
    {
        if (wake.Batch is { } batch)
        {
            await backlog.PutAsync(wake.Lane, batch, cancellationToken);
        }

        await using var lease = await LaneLease.TryTakeAsync(store.Container(Containers.Lanes), wake.Lane, time, cancellationToken);
        if (lease is null)
        {
            if (comesAgain)
            {
                // The holder may be the very one that was killed over this message; when its lease has lapsed, the lane goes on.
                await backlog.WakeAsync(wake.Lane, LaneLease.Length, cancellationToken);
            }

            return;
        }

        var run = new LaneRun(wake.Lane, await health.ReadAsync(cancellationToken), lease.Memory.ToPace(), time.GetUtcNow());
        var next = await WorkAsync(run, cancellationToken);
        await ReportAsync(run, cancellationToken);

        var wakeAt = await WakeLaterAsync(wake.Lane, next, lease.Memory.WakeAt, cancellationToken);
        await lease.ReleaseAsync(LaneState.Of(run.Pace.At(time.GetUtcNow()), wakeAt), cancellationToken);
        await WakeNowAsync(run, wakeAt, cancellationToken);
    }

    /// <returns>When the lane has something to do next; null where nothing is known.</returns>
    private async Task<DateTimeOffset?> WorkAsync(LaneRun run, CancellationToken cancellationToken)
    {
        while (await backlog.FirstAsync(run.Lane, AtOnce, cancellationToken) is [var first, ..] rows)
        {
            var (now, due) = (time.GetUtcNow(), Later(Keys.BacklogDue(first.RowKey), run.PausedUntil));
            if (run.HasWorkedLongAt(now) || (due > now && !run.MayWait(due - now)))
            {
                return due;
            }

            if (due > now)
            {
                await Task.Delay(due - now, time, cancellationToken);
            }

            var ended = await WorkAsync(
                run, [.. rows.TakeWhile(row => Keys.BacklogDue(row.RowKey) <= time.GetUtcNow())], cancellationToken);
            if (ended == rows.Count && rows.Count < AtOnce)
            {
                return null; // There was no more, and nothing is left.
            }
        }

        return null;
    }

    /// <returns>How many batches have come to their end.</returns>
    private async Task<int> WorkAsync(LaneRun run, List<Row<LaneBatch>> due, CancellationToken cancellationToken)
    {
        List<BacklogChange> changes = [];
        try
        {
            foreach (var row in due.TakeWhile(_ => !run.MustEndAt(time.GetUtcNow())))
            {
                if (await TrySendAsync(run, row, cancellationToken) is { } change)
                {
                    changes.Add(change);
                }
            }
        }
        finally
        {
            await backlog.ChangeAsync(run.Lane, changes, CancellationToken.None);
        }

        return changes.Count(change => change.Rest is not { Deliveries.IsEmpty: false });
    }

    /// <summary>One failure stays one failure: a batch that breaks off is tried some more times, and then told and taken out.</summary>
    private async Task<BacklogChange?> TrySendAsync(LaneRun run, Row<LaneBatch> row, CancellationToken cancellationToken)
    {
        try
        {
            return await batches.SendAsync(run, row, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogBatchBroke(e, run.Lane, row.Value.Version, row.Value.Tries + 1);
            var batch = row.Value with { Tries = row.Value.Tries + 1 };
            if (batch.Tries < MostTries)
            {
                return new(row, batch, time.GetUtcNow() + OutcomeEvents.DelayAfter(batch.Tries));
            }

            var problem = new Problem(nameof(ProblemTexts.BatchBroke), null, Count(batch), batch.Version.ToString(), run.Lane);
            await alerts.RaiseAsync(
                QueueNames.Lanes,
                $"{run.Lane} {row.RowKey}",
                problem,
                retry: DeliveryQueues.Write(new(run.Lane, batch with { Tries = 0 })),
                cancellationToken);
            return new(row, null, default);
        }
    }

    /// <summary>
    /// Sends the message that wakes the lane when it is due next, where that is a while from now and none is under way that comes early
    /// enough.
    /// </summary>
    /// <returns>When a message wakes it for sure.</returns>
    private async Task<DateTimeOffset?> WakeLaterAsync(
        string lane, DateTimeOffset? next, DateTimeOffset? underWay, CancellationToken cancellationToken)
    {
        var soon = time.GetUtcNow() + Soon;
        underWay = underWay > soon ? underWay : null;
        if (next is not { } due || due <= soon || underWay <= due)
        {
            return underWay;
        }

        await backlog.WakeAsync(lane, due - time.GetUtcNow(), cancellationToken);
        return due;
    }

    /// <summary>
    /// Once the lane is let go, looks at what it has to do next: what is due soon, and what others put into the backlog while they found
    /// the lane held and left. A message sent before would have been lost on the lane.
    /// </summary>
    private async Task WakeNowAsync(LaneRun run, DateTimeOffset? underWay, CancellationToken cancellationToken)
    {
        if (await backlog.FirstAsync(run.Lane, 1, cancellationToken) is not [var first])
        {
            return;
        }

        var (now, due) = (time.GetUtcNow(), Later(Keys.BacklogDue(first.RowKey), run.PausedUntil));
        if (underWay is null || underWay > due || underWay <= now)
        {
            await backlog.WakeAsync(run.Lane, due - now, cancellationToken);
        }
    }

    private async Task ReportAsync(LaneRun run, CancellationToken cancellationToken)
    {
        foreach (var chunk in run.Touched.Chunk(Transaction.Limit))
        {
            var transaction = new Transaction(Keys.Editorial);
            foreach (var (item, traceParent) in chunk)
            {
                transaction.HandOver(OutboxTopics.Report, ItemDue.Of(item, time.GetUtcNow(), traceParent));
            }

            await transaction.CommitAsync(store.Editorial, cancellationToken);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private static string Count(LaneBatch batch) => batch.Deliveries.Length.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Error, "A batch of {Version} on the lane {Lane} broke off, for the {Tries}. time")]
    private partial void LogBatchBroke(Exception exception, string lane, VersionId version, int tries);
}
