using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>Marks the deliveries whose posts were corrected or taken down by later ones: they are not out any more.</summary>
internal sealed class ReplacedPosts(DeliveryReader deliveries, DeliveryLedger ledger, TimeProvider time)
{
    /// <summary>A query and a transaction for each language version; none where nothing was corrected or taken down.</summary>
    /// <param name="changes">Corrections and removals that have arrived; others are passed over.</param>
    public Task MarkAsync(IEnumerable<Delivery> changes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return ChangeAsync(
            changes.Where(change => change is { State: DeliveryState.Delivered, Target: not null })
                .GroupBy(change => change.Target!.Value)
                .ToDictionary(target => target.Key, target => (DeliveryEvent)new DeliveryEvent.TakenDown(now, ReasonOf(target.Last()))),
            cancellationToken);
    }

    /// <summary>The other way round: their posts are out as before. As many transactions.</summary>
    /// <param name="changes">Corrections and removals that a person took back; others are passed over.</param>
    public Task PutBackAsync(IEnumerable<Delivery> changes, CancellationToken cancellationToken) =>
        ChangeAsync(
            changes.Where(change => change is { State: not DeliveryState.Delivered, IsByHand: true, Target: not null })
                .Select(change => change.Target!.Value)
                .Distinct()
                .ToDictionary(target => target, _ => (DeliveryEvent)new DeliveryEvent.StillThere()),
            cancellationToken);

    private async Task ChangeAsync(Dictionary<DeliveryId, DeliveryEvent> happened, CancellationToken cancellationToken)
    {
        while (happened.Count > 0)
        {
            var marked = from stored in await FindAsync(happened.Keys, cancellationToken)
                         let after = stored.Value.Apply(happened[stored.Value.Id])
                         where after is not null
                         select (stored, after);
            var all = marked.ToList();
            if ((await ledger.WriteAsync(all, cancellationToken)).Count == all.Count)
            {
                return;
            }

            // Somebody changed one of them meanwhile: once more, as they stand now.
        }
    }

    /// <summary>One that cannot be read stands as it is: people are told of it, and what goes out now does not wait for that.</summary>
    private async Task<List<StoredDelivery>> FindAsync(IEnumerable<DeliveryId> targets, CancellationToken cancellationToken)
    {
        List<StoredDelivery> found = [];
        foreach (var version in targets.GroupBy(target => target.Version))
        {
            try
            {
                found.AddRange(await deliveries.ReadAsync(version, cancellationToken));
            }
            catch (UnreadableRowException)
            {
                // Noted where it was met.
            }
        }

        return found;
    }

    private static Problem ReasonOf(Delivery change) =>
        new(change.Action is DeliveryAction.Remove ? nameof(ProblemTexts.PostTakenDown) : nameof(ProblemTexts.RevisionReplaced));
}
