using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>What earlier revisions posted at the same destinations.</summary>
internal sealed class EarlierPosts(Store store, DeliveryReader deliveries, DeliveryLedger ledger, TimeProvider time)
{
    /// <summary>How many earlier revisions that went there count; what is older has long been replaced.</summary>
    private const int MostEarlier = 5;

    /// <summary>How many are looked at in all: a language may have been left out of many.</summary>
    private const int MostLookedAt = 50;

    /// <summary>
    /// For each destination the delivery of the newest earlier revision that is out there, or may be, under whatever id. What an earlier
    /// revision has not begun to post yet is stopped here, so that a sender who read it a moment ago finds it changed and does not post it
    /// beside the new one; and so is what was to take down what is corrected now.
    /// </summary>
    /// <param name="destinations">
    /// Those of one language version; one transaction for each earlier revision that is looked at, and one to stop something.
    /// </param>
    public async Task<Dictionary<DestinationId, Delivery>> FindAsync(
        VersionId version,
        IReadOnlyCollection<Destination> destinations,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var (found, removals) = await FindAsync(version, destinations, StoppedAsync, directory, cancellationToken);
            if (await TryCallOffAsync(removals, cancellationToken))
            {
                return found;
            }

            // One of them was begun meanwhile: what it leaves is looked at once more.
        }
    }

    /// <summary>The same without stopping anything. One transaction for each earlier revision.</summary>
    public async Task<Dictionary<DestinationId, Delivery>> LookAsync(
        VersionId version,
        IReadOnlyCollection<Destination> destinations,
        DirectorySnapshot directory,
        CancellationToken cancellationToken) =>
        (await FindAsync(version, destinations, deliveries.OfAsync, directory, cancellationToken)).Found;

    /// <returns>And what waits to take one of those down.</returns>
    private static async Task<(Dictionary<DestinationId, Delivery> Found, List<StoredDelivery> Removals)> FindAsync(
        VersionId version,
        IReadOnlyCollection<Destination> destinations,
        Func<VersionId, IReadOnlySet<DestinationId>, CancellationToken, Task<List<StoredDelivery>>> read,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        var wanted = destinations.Select(destination => destination.Id).ToHashSet();
        var named = destinations
            .SelectMany(destination => directory.FormerNamesOf(destination).Append(destination.Id))
            .ToHashSet();
        Dictionary<DestinationId, Delivery> found = [];
        List<StoredDelivery> removals = [];
        var (left, last) = (MostEarlier, Math.Max(1, version.Revision - MostLookedAt));
        for (var revision = version.Revision - 1; revision >= last && left > 0 && wanted.Count > 0; revision--)
        {
            var all = await read(version with { Revision = revision }, named, cancellationToken);
            var posts = all.FindAll(stored => !stored.Value.Id.Removes).ConvertAll(stored => stored.Value);
            left -= posts is [] ? 0 : 1;

            // What was corrected by other words of its revision is out as the last of these corrections.
            foreach (var delivery in posts.Where(IsOutOrBegun).OrderByDescending(one => one.Id.Edition))
            {
                // Where its channel is under another name now, it is that one's; else it stays a matter of its own id.
                var at = directory.DestinationOf(delivery)?.Id ?? delivery.Id.Destination;
                var removal = all.Find(stored => stored.Value.Id == (delivery.Id with { Removes = true }));
                if (wanted.Remove(at) && EarlierRemovals.Standing(delivery, removal?.Value) is { } standing)
                {
                    found.Add(at, standing);
                    if (removal is not null && EarlierRemovals.GivesWay(removal.Value))
                    {
                        removals.Add(removal);
                    }
                }
            }
        }

        return (found, removals);
    }

    private static bool IsWaiting(Delivery delivery) =>
        delivery is { Id.Removes: false, State: DeliveryState.Due or DeliveryState.Retrying, IsByHand: false };

    /// <returns>All as they were before they were stopped.</returns>
    private async Task<List<StoredDelivery>> StoppedAsync(
        VersionId version, IReadOnlySet<DestinationId> names, CancellationToken cancellationToken)
    {
        while (true)
        {
            var all = await deliveries.OfAsync(version, names, cancellationToken);
            var waiting = all.FindAll(stored => IsWaiting(stored.Value));
            if (await TryStopAsync(waiting, cancellationToken))
            {
                return all;
            }
        }
    }

    /// <returns>False where somebody else changed one of them meanwhile.</returns>
    private async Task<bool> TryCallOffAsync(List<StoredDelivery> removals, CancellationToken cancellationToken)
    {
        // The lists first: nobody would know after a crash in which list they stood.
        await store.RemoveFromWorklistAsync(removals.Select(stored => stored.Value), cancellationToken);
        return await TryStopAsync(removals, cancellationToken);
    }

    private async Task<bool> TryStopAsync(List<StoredDelivery> some, CancellationToken cancellationToken)
    {
        var stopped = new DeliveryEvent.Stopped(time.GetUtcNow(), new(nameof(ProblemTexts.RevisionReplaced)));
        var changes = some.ConvertAll(stored => (stored, stored.Value.Apply(stopped)!));
        return (await ledger.WriteAsync(changes, cancellationToken)).Count == changes.Count;
    }

    // What was begun is stopped above, and found all the same when this is done again.
    private static bool IsOutOrBegun(Delivery delivery) =>
        delivery.State is DeliveryState.Delivered or DeliveryState.Uncertain or DeliveryState.Sending
        || delivery is { Progress: not null, Action: DeliveryAction.Post, State: not DeliveryState.Withdrawn };
}
