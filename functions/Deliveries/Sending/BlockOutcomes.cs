using Dissemination.Channels;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>Stores what became of the deliveries of a block, and what is learned from it.</summary>
internal sealed class BlockOutcomes(
    Store store, DeliveryLedger ledger, HealthStore health, ReplacedPosts replaced, TimeProvider time)
{
    /// <summary>Writes outcomes, and does what follows from them. One transaction, and one for each list.</summary>
    public async Task EndAsync(
        BlockWork work, IReadOnlyList<(StoredDelivery Read, Delivery Changed)> changes, CancellationToken cancellationToken)
    {
        if (changes is [])
        {
            return;
        }

        var deliveries = (await ledger.WriteAsync(changes, cancellationToken)).ConvertAll(stored => stored.Value);
        if (deliveries.Count < changes.Count)
        {
            // Somebody else changed one of them: the block is looked at again.
            work.PutOff(time.GetUtcNow());
        }

        await FollowAsync(work, deliveries, cancellationToken);
        foreach (var delivery in deliveries.Where(
            delivery => SendDecision.Of(delivery, DateTimeOffset.MinValue) is SendDecision.Wait or SendDecision.Send))
        {
            work.PutOff(delivery.RetryAt ?? delivery.SettleAt ?? time.GetUtcNow());
        }

        Metrics.DeliveriesDelivered.Add(deliveries.Count(delivery => delivery.State is DeliveryState.Delivered));
        Metrics.DeliveriesTroubled.Add(deliveries.Count(delivery => delivery.State is DeliveryState.Failed or DeliveryState.Uncertain));
    }

    /// <summary>What follows from how deliveries stand; doing it again changes nothing.</summary>
    public async Task FollowAsync(BlockWork work, List<Delivery> deliveries, CancellationToken cancellationToken)
    {
        await store.AddToWorklistAsync(
            deliveries, delivery => WorklistEntry.Of(delivery, work.Version.Item, work.Directory), cancellationToken);
        await replaced.MarkAsync(deliveries, cancellationToken);
        work.Run.Touched[work.Version.Id.Item] = work.Version.Item.TraceParent;
    }

    /// <summary>What the answers tell about the destinations and the lanes.</summary>
    public async Task LearnAsync(
        BlockWork work, IReadOnlyList<(StoredDelivery Sent, SendOutcome Outcome)> answers, CancellationToken cancellationToken)
    {
        foreach (var (sent, outcome) in answers)
        {
            if (outcome is SendOutcome.Closed closed && work.Directory.DestinationOf(sent.Value) is { } destination)
            {
                work.Run.Close(destination, closed.Reason);
                await health.CloseAsync(destination, closed.Reason, cancellationToken);
            }
        }

        foreach (var lane in answers.GroupBy(answer => answer.Sent.Value.Lane, answer => answer.Outcome, StringComparer.Ordinal))
        {
            await LearnAsync(work.Run, lane.Key, [.. lane], cancellationToken);
        }
    }

    private async Task LearnAsync(ShareRun run, string lane, List<SendOutcome> outcomes, CancellationToken cancellationToken)
    {
        if (outcomes.OfType<SendOutcome.CredentialDead>().FirstOrDefault() is { } dead && run.StoppedBecause(lane) is null)
        {
            run.Stop(lane, dead.Reason);
            await health.StopLaneAsync(lane, dead.Reason, cancellationToken);
        }

        var pause = outcomes.Max(outcome => Longer(
            outcome.LanePause, outcome is SendOutcome.Later { WholeLane: true, After: { } after } ? after : null));
        var now = time.GetUtcNow();
        if (pause > TimeSpan.Zero && run.Pause(lane, now + pause.Value) && run.StoppedBecause(lane) is null)
        {
            await health.PauseLaneAsync(lane, now + pause.Value, cancellationToken);
        }
    }

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other : one;
}
