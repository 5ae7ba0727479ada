using Dissemination.Deliveries.HandTasks;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>What follows from a command of people: the lists, the lanes, and the posts that others replaced.</summary>
internal sealed class CommandEffects(
    Store store, Backlog backlog, ConfirmedTaskStore confirmedTasks, TaskPhotographs photographs, ReplacedPosts replaced)
{
    /// <summary>So long the rest of an act takes at most; a sender that came before would meet lists that are not in order yet.</summary>
    private static readonly TimeSpan UntilFinished = TimeSpan.FromSeconds(30);

    /// <summary>Sees to it that what may be sent is looked at in a while, even if the act is cut off here.</summary>
    /// <param name="wanted">The deliveries as they will be stored.</param>
    public Task SecureAsync(List<StoredDelivery> wanted, CancellationToken cancellationToken) =>
        backlog.AddAsync(wanted, cancellationToken, UntilFinished);

    /// <summary>
    /// What may be sent now goes to its share of the lanes, with one message for each; and what a correction or removal took the place of
    /// is out no more.
    /// </summary>
    public async Task FinishAsync(List<StoredDelivery> done, CancellationToken cancellationToken)
    {
        await backlog.AddAndWakeAsync(done, cancellationToken);
        await replaced.MarkAsync(done.Select(stored => stored.Value), cancellationToken);
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

        if (run.Command is DeliveryCommand.TakeBack or DeliveryCommand.UndoRelease)
        {
            await store.AddToWorklistAsync(seen, Entry, cancellationToken);
        }

        if (run.Command is DeliveryCommand.TakeBack)
        {
            await UnconfirmAsync(done, outcomes, cancellationToken);
        }

        if (run.Command.List is { } list)
        {
            await store.RemoveFromWorklistAsync(
                list, seen.Where(delivery => Worklist.ListOf(delivery) != list), cancellationToken);
        }
    }

    /// <summary>What a confirmation showed is said no more, and what it had replaced is out as before.</summary>
    private async Task UnconfirmAsync(
        List<(Delivery Before, Delivery After)> done, List<CommandOutcome> outcomes, CancellationToken cancellationToken)
    {
        await replaced.PutBackAsync(Done(outcomes), cancellationToken);
        await confirmedTasks.RemoveAsync(
            done.Where(change => change.Before.EndedAt is not null).Select(change => (change.Before.Id, change.Before.EndedAt!.Value)),
            cancellationToken);
        foreach (var photograph in done.Select(change => change.Before.Proof?.Photograph).OfType<string>())
        {
            await photographs.DropAsync(photograph, cancellationToken);
        }
    }

    private static IEnumerable<Delivery> Done(IEnumerable<CommandOutcome> outcomes) =>
        outcomes.Where(outcome => outcome.IsDone).Select(outcome => outcome.Row!.Value);
}
