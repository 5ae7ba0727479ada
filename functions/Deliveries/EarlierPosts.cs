using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries;

/// <summary>What earlier revisions posted at the same destinations.</summary>
internal sealed class EarlierPosts(DeliveryReader deliveries, DeliveryLedger ledger, TimeProvider time)
{
    /// <summary>How many earlier revisions that went there count; what is older has long been replaced.</summary>
    private const int MostEarlier = 5;

    /// <summary>How many are looked at in all: a language may have been left out of many.</summary>
    private const int MostLookedAt = 50;

    /// <summary>
    /// For each destination the delivery of the newest earlier revision that is out there, or may be, under whatever id. What an earlier
    /// revision has not begun to post yet is stopped here, so that a sender who read it a moment ago finds it changed and does not post it
    /// beside the new one.
    /// </summary>
    /// <param name="destinations">
    /// Those of one language version; one transaction for each earlier revision that is looked at, and one to stop something.
    /// </param>
    public Task<Dictionary<DestinationId, Delivery>> FindAsync(
        VersionId version,
        IReadOnlyCollection<Destination> destinations,
        DirectorySnapshot directory,
        CancellationToken cancellationToken) =>
        FindAsync(version, destinations, StoppedAsync, directory, cancellationToken);

    /// <summary>The same without stopping anything. One transaction for each earlier revision.</summary>
    public Task<Dictionary<DestinationId, Delivery>> LookAsync(
        VersionId version,
        IReadOnlyCollection<Destination> destinations,
        DirectorySnapshot directory,
        CancellationToken cancellationToken) =>
        FindAsync(version, destinations, PostsAsync, directory, cancellationToken);

    private static async Task<Dictionary<DestinationId, Delivery>> FindAsync(
        VersionId version,
        IReadOnlyCollection<Destination> destinations,
        Func<VersionId, IReadOnlySet<DestinationId>, CancellationToken, Task<List<Delivery>>> read,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        var wanted = destinations.Select(destination => destination.Id).ToHashSet();
        var named = destinations
            .SelectMany(destination => directory.FormerNamesOf(destination).Append(destination.Id))
            .ToHashSet();
        Dictionary<DestinationId, Delivery> found = [];
        var (left, last) = (MostEarlier, Math.Max(1, version.Revision - MostLookedAt));
        for (var revision = version.Revision - 1; revision >= last && left > 0 && wanted.Count > 0; revision--)
        {
            var earlier = await read(version with { Revision = revision }, named, cancellationToken);
            left -= earlier is [] ? 0 : 1;

            // What was corrected by other words of its revision is out as the last of these corrections.
            foreach (var delivery in earlier.Where(IsOutOrBegun).OrderByDescending(one => one.Id.Edition))
            {
                // Where its channel is under another name now, it is that one's; else it stays a matter of its own id.
                var at = directory.DestinationOf(delivery)?.Id ?? delivery.Id.Destination;
                if (wanted.Remove(at))
                {
                    found.Add(at, delivery);
                }
            }
        }

        return found;
    }

    private async Task<List<Delivery>> PostsAsync(
        VersionId version, IReadOnlySet<DestinationId> names, CancellationToken cancellationToken) =>
        (await deliveries.OfAsync(version, names, cancellationToken))
        .FindAll(stored => !stored.Value.Id.Removes)
        .ConvertAll(stored => stored.Value);

    /// <returns>All as they were before they were stopped.</returns>
    private async Task<List<Delivery>> StoppedAsync(
        VersionId version, IReadOnlySet<DestinationId> names, CancellationToken cancellationToken)
    {
        var stopped = new DeliveryEvent.Stopped(time.GetUtcNow(), new(nameof(ProblemTexts.RevisionReplaced)));
        while (true)
        {
            var all = (await deliveries.OfAsync(version, names, cancellationToken)).FindAll(stored => !stored.Value.Id.Removes);
            var waiting = all.FindAll(
                stored => stored.Value is { State: DeliveryState.Due or DeliveryState.Retrying, IsByHand: false });
            var changes = waiting.ConvertAll(stored => (stored, stored.Value.Apply(stopped)!));
            if ((await ledger.WriteAsync(changes, cancellationToken)).Count == changes.Count)
            {
                return all.ConvertAll(stored => stored.Value);
            }
        }
    }

    // What was begun is stopped above, and found all the same when this is done again.
    private static bool IsOutOrBegun(Delivery delivery) =>
        delivery.State is DeliveryState.Delivered or DeliveryState.Uncertain or DeliveryState.Sending
        || delivery is { Progress: not null, Action: DeliveryAction.Post, State: not DeliveryState.Withdrawn };
}
