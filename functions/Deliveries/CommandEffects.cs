using Dissemination.Deliveries.HandTasks;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>What follows from a command of people: the lists, the lanes, and the posts that others replaced.</summary>
internal sealed class CommandEffects(Store store, Backlog backlog, ConfirmedTaskStore confirmedTasks, ReplacedPosts replaced)
{
    /// <summary>
    /// What may be sent now goes to its lane, with one message for each; and what a correction or removal took the place of is out no more.
    /// </summary>
    public async Task FinishAsync(List<Delivery> done, CancellationToken cancellationToken)
    {
        await backlog.AddAsync(done.Where(delivery => delivery is { State: DeliveryState.Due, IsByHand: false }), cancellationToken);
        await replaced.MarkAsync(done, cancellationToken);
    }

    /// <summary>
    /// Takes what waits no more out of its list, and puts what waits now into its own. A row that a crash left behind goes too.
    /// </summary>
    public async Task FollowAsync(
        CommandRun run,
        PublishableVersion version,
        List<(Delivery Before, Delivery After)> done,
        List<CommandOutcome> outcomes,
        CancellationToken cancellationToken)
    {
        var seen = outcomes.Where(outcome => outcome.Row is not null).Select(outcome => outcome.Row!.Value).ToList();
        WorklistEntry Entry(Delivery delivery) => WorklistEntry.Of(delivery, version.Item, run.Directory);

        if (run.Command is DeliveryCommand.Confirm)
        {
            await confirmedTasks.AddAsync(
                seen.Where(
                    delivery => delivery is { State: DeliveryState.Delivered, IsByHand: true, ConfirmedBy: not null, EndedAt: not null })
                    .Select(
                        delivery => new ConfirmedTask(
                            Entry(delivery with { State = DeliveryState.Due, EndedAt = null }),
                            delivery.EndedAt!.Value,
                            delivery.ConfirmedBy!.Value,
                            delivery.Attendance)),
                cancellationToken);
        }

        if (run.Command is DeliveryCommand.TakeBack)
        {
            await store.AddToWorklistAsync(seen, Entry, cancellationToken);
            await confirmedTasks.RemoveAsync(
                done.Where(change => change.Before.EndedAt is not null).Select(change => (change.Before.Id, change.Before.EndedAt!.Value)),
                cancellationToken);
        }

        foreach (var list in seen.Where(delivery => run.Command.ListOf(delivery.Id) is { } list && Worklist.PartitionOf(delivery) != list)
            .GroupBy(delivery => run.Command.ListOf(delivery.Id)!, StringComparer.Ordinal))
        {
            await store.RemoveFromWorklistAsync(list.Key, list.Select(delivery => delivery.Id), cancellationToken);
        }
    }
}
