using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>Plans what takes posts down that are out: deliveries of their own.</summary>
internal sealed class RemovalPlanner(
    Store store, Backlog backlog, ChannelRouting routing, DirectoryStore directories, TimeProvider time)
{
    /// <summary>What takes down what is out. Doing it again plans nothing twice. One transaction for each.</summary>
    /// <param name="deliveries">Of one language version to one commune.</param>
    public async Task<List<Delivery>> PlanAsync(
        PublishableVersion version, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        var removals = deliveries
            .Select(delivery => Removal(delivery, directory))
            .OfType<Delivery>()
            .ToList();
        var table = store.DeliveriesTo(deliveries[0].Id.Partition);
        List<Delivery> planned = [];
        foreach (var removal in removals)
        {
            // One by one: most items are never withdrawn, and those that are may come here several times.
            if (await new Transaction(removal.Id.Partition).Insert(removal.Id.Row, removal, DeliveriesJson.Default.Delivery)
                .CommitAsync(table, cancellationToken))
            {
                planned.Add(removal);
            }
            else if (await table.FindAsync(
                removal.Id.Partition, removal.Id.Row, DeliveriesJson.Default.Delivery, cancellationToken) is { } row)
            {
                planned.Add(row.Value);
            }
        }

        await store.AddToWorklistAsync(planned, delivery => WorklistEntry.Of(delivery, version.Item, directory), cancellationToken);
        return planned;
    }

    /// <summary>To their lanes, with a message each.</summary>
    public Task HandOverAsync(List<Delivery> removals, CancellationToken cancellationToken) =>
        backlog.AddAsync(removals.Where(delivery => delivery is { State: DeliveryState.Due, IsByHand: false }), cancellationToken);

    /// <summary>Over the lane that serves its place now; by hand where the removal would not be served at the place of the post.</summary>
    private Delivery? Removal(Delivery posted, DirectorySnapshot directory)
    {
        var now = time.GetUtcNow();
        var place = directory.DestinationOf(posted);
        return place is not null && directory.Serving(posted.Id.Destination, now)?.Id == place.Id
            ? Correction.Removal(posted, routing.ChangesOf(place), routing.LaneOf(place).Lane, now)
            : Correction.Removal(posted, changes: null, posted.Lane, now);
    }
}
