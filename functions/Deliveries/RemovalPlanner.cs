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
            .Select(delivery => Correction.Removal(delivery, ChangesOf(directory.Find(delivery.Id.Destination)), time.GetUtcNow()))
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

    private ChannelChanges ChangesOf(Destination? destination) =>
        destination is null ? ChannelChanges.Never : routing.ChangesOf(destination);
}
