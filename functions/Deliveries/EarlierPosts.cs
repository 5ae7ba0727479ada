using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>What earlier revisions posted at the same destinations.</summary>
internal sealed class EarlierPosts(Store store, DeliveryReader deliveries, TimeProvider time)
{
    /// <summary>How many earlier revisions are looked at; one that is older has long been replaced.</summary>
    private const int MostEarlier = 5;

    /// <summary>
    /// For each destination the delivery of the newest earlier revision that is out there, or may be, under whatever id. What an earlier
    /// revision has not begun to post yet is stopped here, so that a sender who read it a moment ago finds its row changed and does not
    /// post it beside the new one.
    /// </summary>
    /// <param name="destinations">Those of one language version; one transaction for each of their communes and earlier revisions.</param>
    public async Task<Dictionary<DestinationId, Delivery>> FindAsync(
        VersionId version,
        IReadOnlyCollection<Destination> destinations,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        var wanted = destinations.Select(destination => destination.Id).ToHashSet();
        var named = destinations
            .SelectMany(destination => directory.FormerNamesOf(destination).Append(destination.Id))
            .Distinct()
            .ToLookup(name => name.Commune);
        Dictionary<DestinationId, Delivery> found = [];
        for (var revision = version.Revision - 1; revision >= Math.Max(1, version.Revision - MostEarlier) && wanted.Count > 0; revision--)
        {
            foreach (var commune in named)
            {
                var rows = await StoppedAsync(version with { Revision = revision }, commune, cancellationToken);

                // What was corrected by other words of its revision is out as the last of these corrections.
                foreach (var delivery in rows.Select(row => row.Value).Where(IsOutOrBegun).OrderByDescending(one => one.Id.Edition))
                {
                    // Where its channel is under another name now, it is that one's; else it stays a matter of its own id.
                    var at = directory.DestinationOf(delivery)?.Id ?? delivery.Id.Destination;
                    if (wanted.Remove(at))
                    {
                        found.Add(at, delivery);
                    }
                }
            }
        }

        return found;
    }

    private async Task<List<Row<Delivery>>> StoppedAsync(
        VersionId version, IEnumerable<DestinationId> names, CancellationToken cancellationToken)
    {
        while (true)
        {
            List<Row<Delivery>> rows = [.. (await deliveries.OfAsync(version, names, cancellationToken)).Where(row => !row.Value.Id.Removes)];
            if (await StopAsync(rows, cancellationToken))
            {
                return rows;
            }
        }
    }

    /// <returns>False where one of them has changed meanwhile.</returns>
    private async Task<bool> StopAsync(List<Row<Delivery>> rows, CancellationToken cancellationToken)
    {
        if (rows is [])
        {
            return true;
        }

        var stopped = new DeliveryEvent.Stopped(time.GetUtcNow(), new(nameof(ProblemTexts.RevisionReplaced)));
        var transaction = new Transaction(rows[0].PartitionKey);
        foreach (var row in rows.Where(
            row => row.Value is { State: DeliveryState.Due or DeliveryState.Retrying, IsByHand: false }))
        {
            transaction.Replace(row, row.Value.Apply(stopped)!, DeliveriesJson.Default.Delivery);
        }

        return await transaction.CommitAsync(store.DeliveriesTo(rows[0].PartitionKey), cancellationToken);
    }

    // What was begun is stopped above, and found all the same when this is done again.
    private static bool IsOutOrBegun(Delivery delivery) =>
        delivery.State is DeliveryState.Delivered or DeliveryState.Uncertain or DeliveryState.Sending
        || delivery is { Progress: not null, Action: DeliveryAction.Post, State: not DeliveryState.Withdrawn };
}
