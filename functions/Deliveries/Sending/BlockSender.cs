using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// Sends what is ready of a block: the intents of all that go out at once are stored before, and their outcomes after, in one transaction
/// each. Whatever comes again, late or after a crash, finds in the block what was begun.
/// </summary>
internal sealed class BlockSender(
    DeliveryLedger ledger,
    LaneMoves lanes,
    BlockTexts texts,
    DeliverySender sender,
    BlockOutcomes outcomes,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>How many posts of one lane are under way at once: so many are in vain where its credential has died.</summary>
    private const int MostOfLane = 50;

    /// <summary>
    /// How long a send may take before somebody else may ask what became of it; more than a channel takes to connect and to answer.
    /// </summary>
    private static readonly TimeSpan SendLease = TimeSpan.FromMinutes(1);

    /// <summary>So long the answers of a block are waited for together; who answers later keeps only its own lane.</summary>
    private static readonly TimeSpan AnswerTogether = TimeSpan.FromSeconds(2);

    /// <summary>What a channel was asked about in vain for so long is waited for longer: else a slow one never ends its answer.</summary>
    private static readonly TimeSpan PatientAfter = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How long it is until a block that cannot be read is looked at again.</summary>
    private static readonly TimeSpan UnreadableWait = TimeSpan.FromMinutes(10);

    /// <returns>What is left of the block.</returns>
    public async Task<BacklogChange> SendAsync(ShareRun run, Row<OpenBlock> read, CancellationToken cancellationToken)
    {
        var open = read.Value with { Tries = 0 };
        try
        {
            return await ledger.FindAsync(open.Version, open.Block, cancellationToken) is { } block
                && await SendAsync(run, block, cancellationToken) is { } dueAgainAt
                ? new(read, open, dueAgainAt)
                : new(read, null, default);
        }
        catch (UnreadableRowException)
        {
            return new(read, open, time.GetUtcNow() + UnreadableWait);
        }
    }

    /// <summary>Stores what those late answers say that have come.</summary>
    public async Task TakeLateAsync(ShareRun run)
    {
        // One that broke off tells nothing: its delivery is looked at when its time is over.
        run.Late.RemoveAll(late => late.Answer is { IsCompleted: true, IsCompletedSuccessfully: false });
        foreach (var work in run.Late.Where(late => late.Answer.IsCompletedSuccessfully).GroupBy(late => late.Work).ToList())
        {
            List<LateSend> answered = [.. work];
            run.Late.RemoveAll(answered.Contains);
            foreach (var block in answered.GroupBy(late => late.BegunAt))
            {
                await EndSentAsync(
                    work.Key, [.. block.Select(late => (late.Sent, late.Answer.Result))], block.Key, CancellationToken.None);
            }
        }
    }

    /// <returns>When the first of what is left may be looked at again; null where nothing is left.</returns>
    private async Task<DateTimeOffset?> SendAsync(ShareRun run, StoredBlock block, CancellationToken cancellationToken)
    {
        var (common, own) = await texts.ReadAsync(run, block, cancellationToken);
        var work = new BlockWork(common, own, await directories.CurrentAsync(cancellationToken), run);
        await SortAsync(work, await lanes.ReadAsync(work, block, cancellationToken), cancellationToken);
        while (TakeReady(work) is { Count: > 0 } ready)
        {
            await SendAsync(work, ready, cancellationToken);
        }

        await PutOffAsync(work, block, cancellationToken);
        return work.DueAgainAt;
    }

    /// <summary>What is to be sent, what has to wait, what may not go out any more, and what is first to be found out.</summary>
    private async Task SortAsync(BlockWork work, List<StoredDelivery> all, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<(StoredDelivery, Delivery)> ended = [];
        List<StoredDelivery> open = [];
        List<Delivery> endedBefore = [];
        foreach (var stored in all)
        {
            switch (SendDecision.Of(stored.Value, now))
            {
                case SendDecision.Send when work.WhyNot(stored.Value, now) is { } stop && stored.Value.Apply(stop) is { } stopped:
                    ended.Add((stored, stopped));
                    break;
                case SendDecision.Send:
                    work.Ready.Add(stored);
                    break;
                case SendDecision.Wait wait:
                    work.PutOff(wait.Until);
                    break;
                case SendDecision.Settle when work.Run.HeldUntil(stored.Value.Lane, now) is { } held:
                    work.PutOff(held); // Reading back is asking, too.
                    break;
                case SendDecision.Settle:
                    open.Add(stored);
                    break;
                default:
                    endedBefore.Add(stored.Value);
                    break;
            }
        }

        // A crash may have come between their outcome and what follows from it.
        await outcomes.FollowAsync(work, endedBefore, cancellationToken);
        await outcomes.EndAsync(work, ended, cancellationToken);
        await SettleAsync(work, open, now, cancellationToken);
    }

    /// <summary>
    /// Finds out what became of sends that were cut off. A channel that is long about it is asked again, and keeps no other meanwhile.
    /// </summary>
    private async Task SettleAsync(
        BlockWork work, List<StoredDelivery> open, DateTimeOffset begunAt, CancellationToken cancellationToken)
    {
        if (open is [])
        {
            return;
        }

        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var questions = open.ConvertAll(stored => (Open: stored, Answer: sender.SettleAsync(work, stored.Value, given.Token)));
        var isOld = open.Exists(stored => begunAt - (stored.Value.BegunAt ?? begunAt) > PatientAfter);
        await AnswerTogetherAsync(
            questions.ConvertAll(question => question.Answer), isOld ? Patience : AnswerTogether, cancellationToken);
        List<(StoredDelivery, Delivery)> settled =
        [
            .. questions.Where(question => question.Answer.IsCompletedSuccessfully)
                .Select(question => (question.Open, question.Open.Value.Apply(question.Answer.Result)!)),
        ];
        if (settled.Count < open.Count)
        {
            await given.CancelAsync();
            work.PutOff(begunAt + SendLease);
        }

        await EndTracedAsync(work, settled, begunAt, cancellationToken);
    }

    private Task<Task> AnswerTogetherAsync<T>(List<Task<T>> answers, TimeSpan patience, CancellationToken cancellationToken) =>
        Task.WhenAny(Task.WhenAll(answers), Task.Delay(patience, time, cancellationToken));

    /// <summary>Those that may go out now: as many as each lane's pace has room for, to destinations that may have them.</summary>
    private List<StoredDelivery> TakeReady(BlockWork work)
    {
        var (now, run) = (time.GetUtcNow(), work.Run);
        List<StoredDelivery> taken = [];
        foreach (var lane in work.Ready.GroupBy(stored => stored.Value.Lane, StringComparer.Ordinal)
            .Where(lane => run.HeldUntil(lane.Key, now) is null && run.StoppedBecause(lane.Key) is null))
        {
            List<StoredDelivery> waiting = [.. lane];
            var (limits, posts) = CostOf(work, waiting);
            var pace = run.PaceOf(lane.Key);
            taken.AddRange(waiting
                .Where(stored => pace.FreeAt(stored.Value.Id.Destination, posts, now, limits) <= now)
                .Take(Math.Min(MostOfLane, pace.RoomAt(now, limits) / Math.Min(posts, Math.Max(1, limits.PerSecond)))));
        }

        work.Ready.RemoveAll(taken.ToHashSet(ReferenceEqualityComparer.Instance).Contains);
        return taken;
    }

    /// <summary>
    /// What is left of each lane waits until it is its turn, behind the other blocks that wait for the lane. Where its credential died
    /// meanwhile, nobody is asked for the rest.
    /// </summary>
    private async Task PutOffAsync(BlockWork work, StoredBlock block, CancellationToken cancellationToken)
    {
        var (now, run) = (time.GetUtcNow(), work.Run);
        var name = $"{block.Version} {block.Name}";
        List<(StoredDelivery, Delivery)> refused = [];
        foreach (var lane in work.Ready.GroupBy(stored => stored.Value.Lane, StringComparer.Ordinal))
        {
            List<StoredDelivery> waiting = [.. lane];
            if (run.StoppedBecause(lane.Key) is { } stopped)
            {
                var dead = new DeliveryEvent.Refused(now, stopped, FailureClass.Credential);
                refused.AddRange(waiting.Select(stored => (stored, stored.Value.Apply(dead)!)));
            }
            else if (run.HeldUntil(lane.Key, now) is { } held)
            {
                work.PutOff(held);
            }
            else
            {
                var (limits, posts) = CostOf(work, waiting);
                var left = new WaitingBlock(name, posts, waiting.Select(stored => stored.Value.Id.Destination).ToHashSet());
                work.PutOff(run.QueueOf(lane.Key).TurnOf(left, run.PaceOf(lane.Key), now, limits));
            }
        }

        foreach (var lane in block.Deliveries.Select(stored => stored.Value.Lane)
            .Except(work.Ready.Select(stored => stored.Value.Lane), StringComparer.Ordinal))
        {
            run.QueueOf(lane).Leave(name);
        }

        await outcomes.EndAsync(work, refused, cancellationToken);
    }

    /// <summary>
    /// The limits of a lane, and how many posts a delivery on it is at most: communes with words of their own may have longer ones. A
    /// destination that is gone from the directory has none.
    /// </summary>
    private (ChannelLimits Limits, int Posts) CostOf(BlockWork work, List<StoredDelivery> ofLane)
    {
        var limits = ofLane.Select(stored => sender.LimitsOf(work, stored.Value)).FirstOrDefault(limits => limits != ChannelLimits.None)
            ?? ChannelLimits.None;
        return limits == ChannelLimits.None ? (limits, 1) : (limits, ofLane
            .Where(stored => sender.LimitsOf(work, stored.Value) == limits)
            .DistinctBy(stored => work.TextOf(stored.Value), ReferenceEqualityComparer.Instance)
            .Max(stored => sender.CountPosts(work, stored.Value)));
    }

    private async Task SendAsync(BlockWork work, List<StoredDelivery> ready, CancellationToken cancellationToken)
    {
        var begunAt = time.GetUtcNow();
        var begun = new DeliveryEvent.SendBegun(begunAt, begunAt + SendLease);
        var sending = await ledger.WriteAsync(
            [.. ready.Select(stored =>
                (stored, stored.Value.Apply(begun with
                {
                    Edition = work.TextOf(stored.Value).Version.EditionAt(stored.Value.Channel),
                })!))],
            cancellationToken);
        if (sending.Count < ready.Count)
        {
            // Somebody else changed one of them: the block is looked at again.
            work.PutOff(begunAt);
        }

        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        work.AllBegun = begin.Task;
        var sends = sending.ConvertAll(
            stored => new LateSend(work, stored, begunAt, sender.SendAsync(work, stored.Value, work.Run.Calls)));
        begin.SetResult();
        await AnswerTogetherAsync(sends.ConvertAll(send => send.Answer), AnswerTogether, cancellationToken);
        var answered = sends.FindAll(send => send.Answer.IsCompletedSuccessfully);
        foreach (var late in sends.Except(answered))
        {
            work.Run.Late.Add(late);
            work.PutOff(begunAt + SendLease);
        }

        // What is known is kept, whoever wants this to end meanwhile.
        await EndSentAsync(
            work, [.. answered.Select(send => (send.Sent, send.Answer.Result))], begunAt, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task EndSentAsync(
        BlockWork work,
        IReadOnlyList<(StoredDelivery Sent, SendOutcome Outcome)> answers,
        DateTimeOffset begunAt,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var lane in answers.GroupBy(answer => answer.Sent.Value.Lane, answer => answer.Sent, StringComparer.Ordinal))
        {
            var (limits, _) = CostOf(work, [.. lane]);
            if (limits != ChannelLimits.None)
            {
                work.Run.Keep(lane.Key, work.Run.PaceOf(lane.Key).After(
                    lane.Select(sent => (sent.Value.Id.Destination, sender.CountPosts(work, sent.Value))), now, limits));
            }
        }

        await EndTracedAsync(
            work,
            [.. answers.Select(answer => (answer.Sent, answer.Sent.Value.Apply(work.OutsideQuietHours(
                answer.Sent.Value,
                OutcomeEvents.Of(answer.Outcome, answer.Sent.Value, sender.CanReadBack(work, answer.Sent.Value), now)))!))],
            begunAt,
            cancellationToken);
        await outcomes.LearnAsync(work, answers, cancellationToken);
    }

    /// <summary>For what a channel was asked about since a time.</summary>
    private Task EndTracedAsync(
        BlockWork work,
        IReadOnlyList<(StoredDelivery Read, Delivery Changed)> changes,
        DateTimeOffset begunAt,
        CancellationToken cancellationToken)
    {
        DeliverySpans.Record(changes.Select(change => change.Changed), begunAt, time.GetUtcNow());
        return outcomes.EndAsync(work, changes, cancellationToken);
    }
}
