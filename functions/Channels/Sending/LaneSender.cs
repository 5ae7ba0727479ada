using System.Globalization;
using Dissemination.Content;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Channels.Sending;

/// <summary>
/// Works off a lane: takes its lease, sends what is due of its backlog at its pace, and sees to it that a message wakes the lane when the next is
/// due. A lane that somebody else holds is left alone: the holder looks again, after letting it go, at what came meanwhile.
/// </summary>
internal sealed partial class LaneSender(
    Store store,
    Backlog backlog,
    BatchSender batches,
    Standings standings,
    NoticeBoard notices,

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
    public async Task SendAsync(LaneWake wake, bool comesAgain, CancellationToken cancellation)
    {
        if (wake.Batch is { } batch)
        {
            await backlog.PutAsync(wake.Lane, batch, cancellation);
        }

        await using var lease = await LaneLease.TryTakeAsync(store.Container(Containers.Lanes), wake.Lane, time, cancellation);
        if (lease is null)
        {
            if (comesAgain)
            {
                // The holder may be the very one that was killed over this message; when its lease has lapsed, the lane goes on.
                await backlog.WakeAsync(wake.Lane, LaneLease.Length, cancellation);
            }

            return;
        }

        var round = new LaneRound(wake.Lane, await standings.ReadAsync(cancellation), lease.Memory.ToPace(), time.GetUtcNow());
        var next = await WorkAsync(round, cancellation);
        await ReportAsync(round, cancellation);

        var wakeAt = await WakeLaterAsync(wake.Lane, next, lease.Memory.WakeAt, cancellation);
        await lease.ReleaseAsync(LaneMemory.Of(round.Pace.At(time.GetUtcNow()), wakeAt), cancellation);
        await WakeNowAsync(round, wakeAt, cancellation);
    }

    /// <returns>When the lane has something to do next; null where nothing is known.</returns>
    private async Task<DateTimeOffset?> WorkAsync(LaneRound round, CancellationToken cancellation)
    {
        while (await backlog.FirstAsync(round.Lane, AtOnce, cancellation) is [var first, ..] rows)
        {
            var (now, due) = (time.GetUtcNow(), Later(Keys.BacklogDue(first.RowKey), round.PausedUntil));
            if (round.HasWorkedLongAt(now) || (due > now && !round.MayWait(due - now)))
            {
                return due;
            }

            if (due > now)
            {
                await Task.Delay(due - now, time, cancellation);
            }

            var ended = await WorkAsync(round, [.. rows.TakeWhile(row => Keys.BacklogDue(row.RowKey) <= time.GetUtcNow())], cancellation);
            if (ended == rows.Count && rows.Count < AtOnce)
            {
                return null; // There was no more, and nothing is left.
            }
        }

        return null;
    }

    /// <returns>How many batches have come to their end.</returns>
    private async Task<int> WorkAsync(LaneRound round, List<Row<LaneBatch>> due, CancellationToken cancellation)
    {
        List<BacklogChange> changes = [];
        try
        {
            foreach (var row in due.TakeWhile(_ => !round.MustEndAt(time.GetUtcNow())))
            {
                if (await TrySendAsync(round, row, cancellation) is { } change)
                {
                    changes.Add(change);
                }
            }
        }
        finally
        {
            await backlog.ChangeAsync(round.Lane, changes, CancellationToken.None);
        }

        return changes.Count(change => change.Rest is not { Deliveries.IsEmpty: false });
    }

    /// <summary>One failure stays one failure: a batch that breaks off is tried some more times, and then told and taken out.</summary>
    private async Task<BacklogChange?> TrySendAsync(LaneRound round, Row<LaneBatch> row, CancellationToken cancellation)
    {
        try
        {
            return await batches.SendAsync(round, row, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogBatchBroke(e, round.Lane, row.Value.Version, row.Value.Tries + 1);
            var batch = row.Value with { Tries = row.Value.Tries + 1 };
            if (batch.Tries < MostTries)
            {
                return new(row, batch, time.GetUtcNow() + OutcomeEvents.DelayAfter(batch.Tries));
            }

            var problem = new Problem(nameof(ProblemTexts.BatchBroke), null, Count(batch), batch.Version.ToString(), round.Lane);
            await notices.RaiseAsync(QueueNames.Lanes, $"{round.Lane} {row.RowKey}", problem, retry: PublishingQueues.Write(new(round.Lane, batch with { Tries = 0 })), cancellation);
            return new(row, null, default);
        }
    }

    /// <summary>Sends the message that wakes the lane when it is due next, where that is a while from now and none is under way that comes early enough.</summary>
    /// <returns>When a message wakes it for sure.</returns>
    private async Task<DateTimeOffset?> WakeLaterAsync(string lane, DateTimeOffset? next, DateTimeOffset? underWay, CancellationToken cancellation)
    {
        var soon = time.GetUtcNow() + Soon;
        underWay = underWay > soon ? underWay : null;
        if (next is not { } due || due <= soon || underWay <= due)
        {
            return underWay;
        }

        await backlog.WakeAsync(lane, due - time.GetUtcNow(), cancellation);
        return due;
    }

    /// <summary>
    /// Once the lane is let go, looks at what it has to do next: what is due soon, and what others put into the backlog while they found the lane held
    /// and left. A message sent before would have been lost on the lane.
    /// </summary>
    private async Task WakeNowAsync(LaneRound round, DateTimeOffset? underWay, CancellationToken cancellation)
    {
        if (await backlog.FirstAsync(round.Lane, 1, cancellation) is not [var first])
        {
            return;
        }

        var (now, due) = (time.GetUtcNow(), Later(Keys.BacklogDue(first.RowKey), round.PausedUntil));
        if (underWay is null || underWay > due || underWay <= now)
        {
            await backlog.WakeAsync(round.Lane, due - now, cancellation);
        }
    }

    private async Task ReportAsync(LaneRound round, CancellationToken cancellation)
    {
        foreach (var chunk in round.Touched.Chunk(Transaction.Limit))
        {
            var transaction = new Transaction(Keys.Editorial);
            foreach (var (item, traceParent) in chunk)
            {
                transaction.ReportDue(item, time.GetUtcNow(), traceParent);
            }

            await transaction.CommitAsync(store.Editorial, cancellation);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private static string Count(LaneBatch batch) => batch.Deliveries.Length.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Error, "A batch of {Version} on the lane {Lane} broke off, for the {Tries}. time")]
    private partial void LogBatchBroke(Exception exception, string lane, VersionId version, int tries);
}
