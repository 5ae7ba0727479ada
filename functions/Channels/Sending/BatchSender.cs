using Dissemination.Channels.Cards;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Channels.Sending;

/// <summary>
/// Sends a batch: the intents of those that go out at once are stored before, and their outcomes after, a transaction each and commune. Whatever comes again,
/// late or after a crash, finds in the rows what was begun.
/// </summary>
internal sealed class BatchSender(
    Store store,
    DeliveryLedger ledger,
    VersionReader versions,
    OneSender sender,
    Standings standings,
    ReplacedPosts replaced,
    CardStore cards,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>How many go out at once: as many intents lie open, and become uncertain where the channel cannot be read back, if the program is killed.</summary>
    private const int AtOnce = 50;

    /// <summary>How long a send may take before somebody else may ask what became of it; more than a channel takes to connect and to answer.</summary>
    private static readonly TimeSpan SendLease = TimeSpan.FromMinutes(1);

    /// <summary>For so long a version counts as read: an approval taken back this moment is noticed as late.</summary>
    private static readonly TimeSpan VersionHolds = TimeSpan.FromSeconds(1);

    /// <returns>What is left of the batch; null where it stays as it is.</returns>
    public async Task<BacklogChange?> SendAsync(LaneRound round, Row<LaneBatch> read, CancellationToken cancellation)
    {
        var batch = read.Value;
        var version = await VersionAsync(round, batch.Version, cancellation);
        var work = new BatchWork(await ReadyAsync(version, cancellation), await OwnAsync(version, batch, cancellation), await directories.CurrentAsync(cancellation), round);
        var rows = await ledger.ReadAsync(round.Lane, batch, cancellation);
        await SortAsync(work, rows, cancellation);
        while (work.Ready.Count > 0 && round.Stopped is null && !round.MustEndAt(time.GetUtcNow()) && await NextAsync(work, cancellation) is { Count: > 0 } chunk)
        {
            await SendChunkAsync(work, chunk, cancellation);
        }

        var now = time.GetUtcNow();
        if (round.Stopped is { } stopped)
        {
            // The credential died with one of them: nobody is asked for the others.
            await EndAsync(work, [.. work.Ready.Select(row => (row, row.Value.Apply(new DeliveryEvent.Refused(now, stopped, FailureClass.Credential))!))], cancellation);
            work.Ready.Clear();
        }

        foreach (var row in work.Ready)
        {
            work.PutOff(row.Value, now);
        }

        return work.Rest.Count == batch.Deliveries.Length && work.DueAgainAt <= now
            ? null
            : new(read, batch with { Deliveries = [.. work.Rest.Order(StringComparer.Ordinal)], Tries = 0 }, work.DueAgainAt);
    }

    private async Task<ReadyText> ReadyAsync(PublishableVersion text, CancellationToken cancellation) => new(text, await cards.EnsureAsync(text, cancellation));

    /// <summary>The variants of those communes that have one and something in the batch.</summary>
    private async Task<Dictionary<CommuneId, ReadyText>> OwnAsync(PublishableVersion version, LaneBatch batch, CancellationToken cancellation)
    {
        Dictionary<CommuneId, ReadyText> own = [];
        if (!version.Variants.IsEmpty)
        {
            foreach (var commune in batch.Ids().Select(id => id.Destination.Commune).Distinct().Where(commune => version.Variants.Any(variant => variant.Commune == commune)))
            {
                own[commune] = await ReadyAsync(version.For(commune), cancellation);
            }
        }

        return own;
    }

    /// <summary>The version as it stands, or stood a moment ago where the batch before was of the same.</summary>
    private async Task<PublishableVersion> VersionAsync(LaneRound round, VersionId id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (round.Version is not { } last || last.Version.Id != id || now - last.ReadAt > VersionHolds)
        {
            round.Version = last = (await versions.ReadAsync(id, cancellation), now);
        }

        return last.Version;
    }

    /// <summary>What is to be sent, what has to wait, what may not go out any more, and what is first to be found out.</summary>
    private async Task SortAsync(BatchWork work, List<Row<Delivery>> rows, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        List<(Row<Delivery>, Delivery)> ended = [];
        List<Row<Delivery>> open = [];
        List<Delivery> endedBefore = [];
        foreach (var row in rows)
        {
            switch (DeliveryTurn.Of(row.Value, now))
            {
                case DeliveryTurn.Send when work.WhyNot(row.Value, now) is { } stop && row.Value.Apply(stop) is { } stopped:
                    ended.Add((row, stopped));
                    break;
                case DeliveryTurn.Send:
                    work.Ready.Add(row);
                    break;
                case DeliveryTurn.Wait wait:
                    work.PutOff(row.Value, wait.Until);
                    break;
                case DeliveryTurn.Settle:
                    open.Add(row);
                    break;
                default:
                    endedBefore.Add(row.Value);
                    break;
            }
        }

        // A crash may have come between their outcome and what follows from it.
        await FollowAsync(work, endedBefore, cancellation);
        await EndAsync(work, ended, cancellation);
        foreach (var chunk in open.Chunk(AtOnce))
        {
            var begunAt = time.GetUtcNow();
            var events = await Task.WhenAll(chunk.Select(row => sender.SettleAsync(work, row.Value, cancellation)));
            await EndTracedAsync(work, [.. chunk.Zip(events, (row, happened) => (row, row.Value.Apply(happened)!))], begunAt, cancellation);
        }
    }

    /// <summary>Those that may go out at once now: as many as the lane's pace has room for, to destinations that may have them.</summary>
    /// <returns>Empty where the rest has to wait longer than an invocation does.</returns>
    private async Task<List<Row<Delivery>>> NextAsync(BatchWork work, CancellationToken cancellation)
    {
        var (limits, round) = (LimitsOf(work, work.Ready), work.Round);
        var posts = limits == ChannelLimits.None ? 1 : CountPosts(work, limits);
        while (true)
        {
            var now = time.GetUtcNow();
            foreach (var row in work.Ready.Where(row => round.Pace.FreeAt(row.Value.Id.Destination, posts, now, limits) > now).ToList())
            {
                work.Ready.Remove(row);
                work.PutOff(row.Value, round.Pace.FreeAt(row.Value.Id.Destination, posts, now, limits));
            }

            var room = round.Pace.RoomAt(now, limits) / Math.Min(posts, Math.Max(1, limits.PerSecond));
            if (room > 0 || work.Ready.Count == 0)
            {
                var chunk = work.Ready.GetRange(0, Math.Min(Math.Min(AtOnce, room), work.Ready.Count));
                work.Ready.RemoveRange(0, chunk.Count);
                return chunk;
            }

            // A few together cost less than one by one, and a channel counts by the second.
            var free = round.Pace.LaneFreeAt(posts * Math.Min(work.Ready.Count, AtOnce), now, limits);
            if (!round.MayWait(free - now))
            {
                round.PauseUntil(free);
                return [];
            }

            await Task.Delay(free - now, time, cancellation);
        }
    }

    /// <summary>How many posts a delivery of the batch is at most: communes with words of their own may have longer ones.</summary>
    private int CountPosts(BatchWork work, ChannelLimits limits)
    {
        var rows = work.Ready.Where(row => sender.LimitsOf(work, row.Value) == limits);
        return (work.Version.Variants.IsEmpty ? rows.Take(1) : rows.DistinctBy(row => work.TextOf(row.Value), ReferenceEqualityComparer.Instance))
            .Max(row => sender.CountPosts(work, row.Value));
    }

    private async Task SendChunkAsync(BatchWork work, List<Row<Delivery>> chunk, CancellationToken cancellation)
    {
        var begunAt = time.GetUtcNow();
        var begun = new DeliveryEvent.SendBegun(begunAt, begunAt + SendLease);
        var sending = await ledger.WriteAsync([.. chunk.Select(row => (row, row.Value.Apply(begun)!))], cancellation);
        var outcomes = await Task.WhenAll(sending.Select(row => sender.SendAsync(work, row.Value, cancellation)));
        var now = time.GetUtcNow();
        var limits = LimitsOf(work, chunk);
        if (limits != ChannelLimits.None)
        {
            work.Round.Pace = work.Round.Pace.After(sending.Select(row => (row.Value.Id.Destination, sender.CountPosts(work, row.Value))), now, limits);
        }

        await EndTracedAsync(
            work,
            [.. sending.Zip(outcomes, (row, outcome) => (row, row.Value.Apply(OutcomeEvents.Of(outcome, row.Value, sender.CanReadBack(work, row.Value), now))!))],
            begunAt,
            cancellation);
        await LearnAsync(work, sending, outcomes, now, cancellation);
    }

    /// <summary>Those of their lane; a destination that is gone from the directory has none.</summary>
    private ChannelLimits LimitsOf(BatchWork work, List<Row<Delivery>> rows) =>
        rows.Select(row => sender.LimitsOf(work, row.Value)).FirstOrDefault(limits => limits != ChannelLimits.None) ?? ChannelLimits.None;

    /// <summary>For what a channel was asked about since a time.</summary>
    private Task EndTracedAsync(BatchWork work, IReadOnlyList<(Row<Delivery> Read, Delivery Changed)> changes, DateTimeOffset begunAt, CancellationToken cancellation)
    {
        DeliverySpans.Record(changes.Select(change => change.Changed), begunAt, time.GetUtcNow());
        return EndAsync(work, changes, cancellation);
    }

    private async Task EndAsync(BatchWork work, IReadOnlyList<(Row<Delivery> Read, Delivery Changed)> changes, CancellationToken cancellation)
    {
        if (changes is [])
        {
            return;
        }

        var written = await ledger.WriteAsync(changes, cancellation);
        var deliveries = written.ConvertAll(row => row.Value);
        await FollowAsync(work, deliveries, cancellation);
        foreach (var delivery in deliveries.Where(delivery => DeliveryTurn.Of(delivery, DateTimeOffset.MinValue) is DeliveryTurn.Wait or DeliveryTurn.Send))
        {
            work.PutOff(delivery, delivery.RetryAt ?? delivery.SettleAt ?? time.GetUtcNow());
        }

        Metrics.DeliveriesDelivered.Add(deliveries.Count(delivery => delivery.State is DeliveryState.Delivered));
        Metrics.DeliveriesTroubled.Add(deliveries.Count(delivery => delivery.State is DeliveryState.Failed or DeliveryState.Uncertain));
    }

    /// <summary>What follows from how deliveries stand; doing it again changes nothing.</summary>
    private async Task FollowAsync(BatchWork work, List<Delivery> deliveries, CancellationToken cancellation)
    {
        await store.AddToWorklistAsync(deliveries, delivery => WorklistEntry.Of(delivery, work.Version.Item, work.Directory), cancellation);
        await replaced.MarkAsync(deliveries, cancellation);
        work.Round.Touched[work.Version.Id.Item] = work.Version.Item.TraceParent;
    }

    /// <summary>What the answers tell about the destinations and the lane.</summary>
    private async Task LearnAsync(BatchWork work, List<Row<Delivery>> sent, SendOutcome[] outcomes, DateTimeOffset now, CancellationToken cancellation)
    {
        var round = work.Round;
        TimeSpan? pause = null;
        foreach (var (row, outcome) in sent.Zip(outcomes))
        {
            switch (outcome)
            {
                case SendOutcome.Closed closed when work.Directory.Find(row.Value.Id.Destination) is { } destination:
                    round.Close(destination, closed.Reason);
                    await standings.CloseAsync(destination, closed.Reason, cancellation);
                    break;
                case SendOutcome.CredentialDead dead when round.Stopped is null:
                    round.Stopped = dead.Reason;
                    await standings.StopLaneAsync(round.Lane, dead.Reason, cancellation);
                    break;
                case SendOutcome.Later { WholeLane: true, After: { } after } when pause is null || after > pause:
                    pause = after;
                    break;
            }

            pause = outcome.LanePause > (pause ?? TimeSpan.Zero) ? outcome.LanePause : pause;
        }

        if (pause is { } wait && round.PauseUntil(now + wait) && round.Stopped is null)
        {
            await standings.PauseLaneAsync(round.Lane, now + wait, cancellation);
        }
    }
}
