using Dissemination.Content;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// Works off a share of the lanes: takes its lease, sends what is due of its backlog at the pace of each lane, and sees to it that a
/// message wakes the share when the next is due. A share that somebody else holds is left alone: the holder looks again, after letting it
/// go, at what came meanwhile.
/// </summary>
internal sealed partial class ShareSender(
    Store store,
    Backlog backlog,
    BlockSender blocks,
    HealthStore health,
    VersionReader versions,
    SendingTroubles troubles,
    TimeProvider time)
{
    /// <summary>The blocks that are read at once.</summary>
    private const int AtOnce = 50;

    /// <summary>A message that comes so soon is sent after the share is let go: it would be lost on a share that is still held.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>How often a turn that waits for late answers looks for what came on other lanes.</summary>
    private static readonly TimeSpan LateLook = TimeSpan.FromSeconds(2);

    /// <summary>So long a turn that is stopped waits for what is under way.</summary>
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(5);

    /// <summary>When a share that is still held is looked at again.</summary>
    private static readonly TimeSpan GuardAgain = TimeSpan.FromSeconds(5);

    /// <summary>A turn at each of some shares, side by side.</summary>
    public Task SendAsync(IEnumerable<GuardedShare> shares, CancellationToken cancellationToken)
    {
        var recent = new RecentVersions(versions, time);
        return Task.WhenAll(shares.Select(async share =>
        {
            if (await ShareLease.TryTakeAsync(store.Container(Containers.Lanes), share.Share, time, cancellationToken) is { } lease)
            {
                await using (lease)
                {
                    await SendAsync(share, lease, recent, cancellationToken);
                }
            }
        }));
    }

    /// <param name="comesAgain">Whether the message was handled before and its handling did not end.</param>
    public async Task SendAsync(ShareWake wake, bool comesAgain, CancellationToken cancellationToken)
    {
        if (wake.Block is { } block)
        {
            await backlog.PutAsync([block], cancellationToken);
        }

        await using var lease = await ShareLease.TryTakeAsync(store.Container(Containers.Lanes), wake.Share, time, cancellationToken);
        if (lease is null)
        {
            if (wake.IsGuard || comesAgain)
            {
                // The holder may be the very one that was killed; when its lease has lapsed, the share goes on.
                await store.Lanes.SendAsync(new ShareWake(wake.Share, IsGuard: true), GuardAgain, cancellationToken);
            }

            return;
        }

        await SendAsync(new(wake.Share, Guard: null), lease, new RecentVersions(versions, time), cancellationToken);
    }

    private async Task SendAsync(
        GuardedShare guarded, ShareLease lease, RecentVersions recent, CancellationToken cancellationToken)
    {
        var share = guarded.Share;
        using var calls = new CancellationTokenSource();
        var run = new ShareRun(share, await health.ReadAsync(cancellationToken), lease.Memory, recent, time.GetUtcNow())
        {
            Calls = calls.Token,
        };
        var guard = await guarded.GuardAsync(store.Lanes, cancellationToken);
        DateTimeOffset? next;
        try
        {
            next = await WorkToEndAsync(run, cancellationToken);
        }
        finally
        {
            await EndAsync(run, calls);
        }

        var wakeAt = await WakeLaterAsync(share, next, lease.Memory.WakeAt, cancellationToken);
        await lease.ReleaseAsync(new(wakeAt, run.LanesAt(time.GetUtcNow())), cancellationToken);
        await WakeNowAsync(share, wakeAt, cancellationToken);
        await guard.TakeBackAsync(cancellationToken);
    }

    /// <returns>When the share has something to do next; null where nothing is known.</returns>
    private async Task<DateTimeOffset?> WorkToEndAsync(ShareRun run, CancellationToken cancellationToken)
    {
        var next = await WorkAsync(run, cancellationToken);
        while (run.Late.Count > 0)
        {
            // The share is kept, because their lanes are; whatever comes meanwhile on others goes out.
            await Task.WhenAny(Task.WhenAll(run.Late.Select(late => late.Answer)), Task.Delay(LateLook, time, cancellationToken));
            await TakeLateAsync(run, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            next = await WorkAsync(run, cancellationToken);
        }

        return next;
    }

    /// <summary>
    /// Asks for the reports that nobody has asked for yet, whoever stopped the turn. What is under way in a turn that was stopped gets some
    /// seconds to answer, and is given up only then.
    /// </summary>
    private async Task EndAsync(ShareRun run, CancellationTokenSource calls)
    {
        await ReportAsync(run);
        if (run.Late.Count > 0)
        {
            await Task.WhenAny(Task.WhenAll(run.Late.Select(late => late.Answer)), Task.Delay(LastAnswers, time, CancellationToken.None));
            await TakeLateAsync(run, CancellationToken.None);
            await calls.CancelAsync();
            await ReportAsync(run);
        }
    }

    /// <returns>When the share has something to do next; null where nothing is known.</returns>
    private async Task<DateTimeOffset?> WorkAsync(ShareRun run, CancellationToken cancellationToken)
    {
        while (await backlog.FirstAsync(run.Share, AtOnce, cancellationToken) is [var first, ..] rows)
        {
            var (now, due) = (time.GetUtcNow(), Keys.BacklogDue(first.RowKey));
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

    /// <returns>How many blocks have come to their end.</returns>
    private async Task<int> WorkAsync(ShareRun run, List<Row<OpenBlock>> due, CancellationToken cancellationToken)
    {
        List<BacklogChange> changes = [];
        try
        {
            foreach (var row in due.TakeWhile(_ => !run.HasWorkedLongAt(time.GetUtcNow())))
            {
                changes.Add(await TrySendAsync(run, row, cancellationToken));
                await TakeLateAsync(run, cancellationToken);
            }
        }
        finally
        {
            // As long as a block is in the backlog, whoever comes after a crash asks for the reports of what has ended in it.
            await ReportAsync(run);
            await backlog.ChangeAsync(changes, CancellationToken.None);
        }

        return changes.Count(change => change.Rest is null);
    }

    /// <summary>One failure stays one failure.</summary>
    private async Task<BacklogChange> TrySendAsync(ShareRun run, Row<OpenBlock> row, CancellationToken cancellationToken)
    {
        try
        {
            return await blocks.SendAsync(run, row, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return await troubles.BrokeOffAsync(e, row, cancellationToken);
        }
    }

    /// <summary>One that cannot be stored keeps no other; its delivery is looked at in a minute.</summary>
    private async Task TakeLateAsync(ShareRun run, CancellationToken cancellationToken)
    {
        try
        {
            await blocks.TakeLateAsync(run);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            troubles.LateLost(e, run.Share);
        }
    }

    /// <summary>
    /// Sends the message that wakes the share when it is due next, where that is a while from now and none is under way that comes early
    /// enough.
    /// </summary>
    /// <returns>When a message wakes it for sure.</returns>
    private async Task<DateTimeOffset?> WakeLaterAsync(
        string share, DateTimeOffset? next, DateTimeOffset? underWay, CancellationToken cancellationToken)
    {
        var soon = time.GetUtcNow() + Soon;
        underWay = underWay > soon ? underWay : null;
        if (next is not { } due || due <= soon || underWay <= due)
        {
            return underWay;
        }

        // Where that is too long for a message, the turn that it wakes sends the next one.
        var now = time.GetUtcNow();
        var wakeAt = due - now > QueueSending.LongestInvisible ? now + QueueSending.LongestInvisible : due;
        await backlog.WakeAsync(share, wakeAt - now, cancellationToken);
        return wakeAt;
    }

    /// <summary>
    /// Once the share is let go, looks at what it has to do next: what is due soon, and what others put into the backlog while they found
    /// the share held and left. A message sent before would have been lost on the share.
    /// </summary>
    private async Task WakeNowAsync(string share, DateTimeOffset? underWay, CancellationToken cancellationToken)
    {
        if (await backlog.FirstAsync(share, 1, cancellationToken) is not [var first])
        {
            return;
        }

        var (now, due) = (time.GetUtcNow(), Keys.BacklogDue(first.RowKey));
        if (underWay is null || underWay > due || underWay <= now)
        {
            await backlog.WakeAsync(share, due - now, cancellationToken);
        }
    }

    private async Task ReportAsync(ShareRun run)
    {
        foreach (var chunk in run.Touched.Chunk(Transaction.Limit))
        {
            var transaction = new Transaction(Keys.Editorial);
            foreach (var (item, traceParent) in chunk)
            {
                transaction.HandOver(OutboxTopics.Report, ItemDue.Of(item, time.GetUtcNow(), traceParent));
            }

            await transaction.CommitAsync(store.Editorial, CancellationToken.None);
        }

        run.Touched.Clear();
    }
}
