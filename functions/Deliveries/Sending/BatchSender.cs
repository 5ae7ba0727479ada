using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// Sends a batch: the intents of those that go out at once are stored before, and their outcomes after, a transaction each and commune.
/// Whatever comes again, late or after a crash, finds in the rows what was begun.
/// </summary>
internal sealed class BatchSender(
    DeliveryLedger ledger,
    LaneMoves lanes,
    BatchTexts texts,
    DeliverySender sender,
    BatchOutcomes outcomes,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>
    /// How many go out at once: as many intents lie open, and become uncertain where the channel cannot be read back, if the program is
    /// killed.
    /// </summary>
    private const int AtOnce = 50;

    /// <summary>
    /// How long a send may take before somebody else may ask what became of it; more than a channel takes to connect and to answer.
    /// </summary>
    private static readonly TimeSpan SendLease = TimeSpan.FromMinutes(1);

    /// <summary>How long it is until a row that cannot be read is looked at again.</summary>
    private static readonly TimeSpan UnreadableWait = TimeSpan.FromMinutes(10);

    /// <returns>What is left of the batch; null where it stays as it is.</returns>
    public async Task<BacklogChange?> SendAsync(LaneRun run, Row<LaneBatch> read, CancellationToken cancellationToken)
    {
        var batch = read.Value;
        var (common, own) = await texts.ReadAsync(run, batch, cancellationToken);
        var work = new BatchWork(common, own, await directories.CurrentAsync(cancellationToken), run);
        var (rows, unreadable) = await lanes.ReadAsync(work, batch, cancellationToken);
        foreach (var id in unreadable)
        {
            work.PutOff(id, time.GetUtcNow() + UnreadableWait);
        }

        await SortAsync(work, rows, cancellationToken);
        while (work.Ready.Count > 0 && run.Stopped is null && !run.MustEndAt(time.GetUtcNow())
            && await NextAsync(work, cancellationToken) is { Count: > 0 } chunk)
        {
            await SendChunkAsync(work, chunk, cancellationToken);
        }

        var now = time.GetUtcNow();
        if (run.Stopped is { } stopped)
        {
            // The credential died with one of them: nobody is asked for the others.
            await outcomes.EndAsync(
                work,
                [.. work.Ready.Select(row => (row, row.Value.Apply(new DeliveryEvent.Refused(now, stopped, FailureClass.Credential))!))],
                cancellationToken);
            work.Ready.Clear();
        }

        foreach (var row in work.Ready)
        {
            work.PutOff(row.Value.Id, now);
        }

        return work.Rest.Count == batch.Deliveries.Length && work.DueAgainAt <= now
            ? null
            : new(read, batch with { Deliveries = [.. work.Rest.Order(StringComparer.Ordinal)], Tries = 0 }, work.DueAgainAt);
    }

    /// <summary>What is to be sent, what has to wait, what may not go out any more, and what is first to be found out.</summary>
    private async Task SortAsync(BatchWork work, List<Row<Delivery>> rows, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<(Row<Delivery>, Delivery)> ended = [];
        List<Row<Delivery>> open = [];
        List<Delivery> endedBefore = [];
        foreach (var row in rows)
        {
            switch (SendDecision.Of(row.Value, now))
            {
                case SendDecision.Send when work.WhyNot(row.Value, now) is { } stop && row.Value.Apply(stop) is { } stopped:
                    ended.Add((row, stopped));
                    break;
                case SendDecision.Send:
                    work.Ready.Add(row);
                    break;
                case SendDecision.Wait wait:
                    work.PutOff(row.Value.Id, wait.Until);
                    break;
                case SendDecision.Settle:
                    open.Add(row);
                    break;
                default:
                    endedBefore.Add(row.Value);
                    break;
            }
        }

        // A crash may have come between their outcome and what follows from it.
        await outcomes.FollowAsync(work, endedBefore, cancellationToken);
        await outcomes.EndAsync(work, ended, cancellationToken);
        foreach (var chunk in open.Chunk(AtOnce))
        {
            var begunAt = time.GetUtcNow();
            var events = await Task.WhenAll(chunk.Select(row => sender.SettleAsync(work, row.Value, cancellationToken)));
            await EndTracedAsync(
                work, [.. chunk.Zip(events, (row, happened) => (row, row.Value.Apply(happened)!))], begunAt, cancellationToken);
        }
    }

    /// <summary>Those that may go out at once now: as many as the lane's pace has room for, to destinations that may have them.</summary>
    /// <returns>Empty where the rest has to wait longer than an invocation does.</returns>
    private async Task<List<Row<Delivery>>> NextAsync(BatchWork work, CancellationToken cancellationToken)
    {
        var (limits, run) = (LimitsOf(work, work.Ready), work.Run);
        var posts = limits == ChannelLimits.None ? 1 : CountPosts(work, limits);
        while (true)
        {
            var now = time.GetUtcNow();
            foreach (var row in work.Ready.Where(row => run.Pace.FreeAt(row.Value.Id.Destination, posts, now, limits) > now).ToList())
            {
                work.Ready.Remove(row);
                work.PutOff(row.Value.Id, run.Pace.FreeAt(row.Value.Id.Destination, posts, now, limits));
            }

            var room = run.Pace.RoomAt(now, limits) / Math.Min(posts, Math.Max(1, limits.PerSecond));
            if (room > 0 || work.Ready.Count == 0)
            {
                var chunk = work.Ready.GetRange(0, Math.Min(Math.Min(AtOnce, room), work.Ready.Count));
                work.Ready.RemoveRange(0, chunk.Count);
                return chunk;
            }

            // A few together cost less than one by one, and a channel counts by the second.
            var free = run.Pace.LaneFreeAt(posts * Math.Min(work.Ready.Count, AtOnce), now, limits);
            if (!run.MayWait(free - now))
            {
                run.PauseUntil(free);
                return [];
            }

            await Task.Delay(free - now, time, cancellationToken);
        }
    }

    /// <summary>How many posts a delivery of the batch is at most: communes with words of their own may have longer ones.</summary>
    private int CountPosts(BatchWork work, ChannelLimits limits)
    {
        var rows = work.Ready.Where(row => sender.LimitsOf(work, row.Value) == limits);
        return (
            work.Version.Variants.IsEmpty
                ? rows.Take(1)
                : rows.DistinctBy(row => work.TextOf(row.Value), ReferenceEqualityComparer.Instance))
            .Max(row => sender.CountPosts(work, row.Value));
    }

    private async Task SendChunkAsync(BatchWork work, List<Row<Delivery>> chunk, CancellationToken cancellationToken)
    {
        var begunAt = time.GetUtcNow();
        var begun = new DeliveryEvent.SendBegun(begunAt, begunAt + SendLease);
        var sending = await ledger.WriteAsync(
            [.. chunk.Select(row => (row, row.Value.Apply(begun with { Edition = work.TextOf(row.Value).Version.Edition })!))],
            cancellationToken);
        var answers = await Task.WhenAll(sending.Select(row => sender.SendAsync(work, row.Value, cancellationToken)));
        var now = time.GetUtcNow();
        var limits = LimitsOf(work, chunk);
        if (limits != ChannelLimits.None)
        {
            work.Run.Pace = work.Run.Pace.After(
                sending.Select(row => (row.Value.Id.Destination, sender.CountPosts(work, row.Value))), now, limits);
        }

        await EndTracedAsync(
            work,
            [.. sending.Zip(
                answers,
                (row, outcome) => (row, row.Value.Apply(OutcomeEvents.Of(outcome, row.Value, sender.CanReadBack(work, row.Value), now))!))],
            begunAt,
            cancellationToken);
        await outcomes.LearnAsync(work, [.. sending.Zip(answers)], cancellationToken);
    }

    /// <summary>Those of their lane; a destination that is gone from the directory has none.</summary>
    private ChannelLimits LimitsOf(BatchWork work, List<Row<Delivery>> rows) =>
        rows.Select(row => sender.LimitsOf(work, row.Value)).FirstOrDefault(limits => limits != ChannelLimits.None) ?? ChannelLimits.None;

    /// <summary>For what a channel was asked about since a time.</summary>
    private Task EndTracedAsync(
        BatchWork work,
        IReadOnlyList<(Row<Delivery> Read, Delivery Changed)> changes,
        DateTimeOffset begunAt,
        CancellationToken cancellationToken)
    {
        DeliverySpans.Record(changes.Select(change => change.Changed), begunAt, time.GetUtcNow());
        return outcomes.EndAsync(work, changes, cancellationToken);
    }
}
