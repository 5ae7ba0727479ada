using Dissemination.Channels;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>Stores what became of the deliveries of a batch, and what is learned from it.</summary>
internal sealed class BatchOutcomes(
    Store store, DeliveryLedger ledger, HealthStore health, ReplacedPosts replaced, TimeProvider time)
{
    /// <summary>Writes outcomes, and does what follows from them. A transaction for each commune, and one for each list.</summary>
    public async Task EndAsync(
        BatchWork work, IReadOnlyList<(Row<Delivery> Read, Delivery Changed)> changes, CancellationToken cancellationToken)
    {
        if (changes is [])
        {
            return;
        }

        var written = await ledger.WriteAsync(changes, cancellationToken);
        var deliveries = written.ConvertAll(row => row.Value);
        await FollowAsync(work, deliveries, cancellationToken);
        foreach (var delivery in deliveries.Where(
            delivery => SendDecision.Of(delivery, DateTimeOffset.MinValue) is SendDecision.Wait or SendDecision.Send))
        {
            work.PutOff(delivery.Id, delivery.RetryAt ?? delivery.SettleAt ?? time.GetUtcNow());
        }

        Metrics.DeliveriesDelivered.Add(deliveries.Count(delivery => delivery.State is DeliveryState.Delivered));
        Metrics.DeliveriesTroubled.Add(deliveries.Count(delivery => delivery.State is DeliveryState.Failed or DeliveryState.Uncertain));
    }

    /// <summary>What follows from how deliveries stand; doing it again changes nothing.</summary>
    public async Task FollowAsync(BatchWork work, List<Delivery> deliveries, CancellationToken cancellationToken)
    {
        await store.AddToWorklistAsync(
            deliveries, delivery => WorklistEntry.Of(delivery, work.Version.Item, work.Directory), cancellationToken);
        await replaced.MarkAsync(deliveries, cancellationToken);
        work.Run.Touched[work.Version.Id.Item] = work.Version.Item.TraceParent;
    }

    /// <summary>What the answers tell about the destinations and the lane.</summary>
    public async Task LearnAsync(
        BatchWork work, IReadOnlyList<(Row<Delivery> Sent, SendOutcome Outcome)> answers, CancellationToken cancellationToken)
    {
        var (run, now) = (work.Run, time.GetUtcNow());
        TimeSpan? pause = null;
        foreach (var (row, outcome) in answers)
        {
            switch (outcome)
            {
                case SendOutcome.Closed closed when work.Directory.DestinationOf(row.Value) is { } destination:
                    run.Close(destination, closed.Reason);
                    await health.CloseAsync(destination, closed.Reason, cancellationToken);
                    break;
                case SendOutcome.CredentialDead dead when run.Stopped is null:
                    run.Stopped = dead.Reason;
                    await health.StopLaneAsync(run.Lane, dead.Reason, cancellationToken);
                    break;
                case SendOutcome.Later { WholeLane: true, After: { } after } when pause is null || after > pause:
                    pause = after;
                    break;
            }

            pause = outcome.LanePause > (pause ?? TimeSpan.Zero) ? outcome.LanePause : pause;
        }

        if (pause is { } wait && run.PauseUntil(now + wait) && run.Stopped is null)
        {
            await health.PauseLaneAsync(run.Lane, now + wait, cancellationToken);
        }
    }
}
