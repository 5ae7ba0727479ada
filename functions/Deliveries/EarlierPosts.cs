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
    /// For each destination the delivery of the newest earlier revision that is out, or may be. What an earlier revision has not begun to
    /// post yet is stopped here, so that a sender who read it a moment ago finds its row changed and does not post it beside the new one.
    /// </summary>
    /// <param name="planned">Deliveries of one language version to one commune.</param>
    public async Task<Dictionary<DestinationId, Delivery>> FindAsync(
        IReadOnlyCollection<Delivery> planned, CancellationToken cancellationToken)
    {
        var version = planned.First().Id.Version;
        var wanted = planned.Select(delivery => delivery.Id.Destination).ToHashSet();
        Dictionary<DestinationId, Delivery> found = [];
        for (var revision = version.Revision - 1; revision >= Math.Max(1, version.Revision - MostEarlier) && wanted.Count > 0; revision--)
        {
            List<Row<Delivery>> rows;
            do
            {
                rows = await deliveries.ReadAsync(
                    wanted.Select(destination => new DeliveryId(version with { Revision = revision }, destination)), cancellationToken);
            }
            while (!await StopAsync(rows, cancellationToken));

            foreach (var delivery in rows.Select(row => row.Value).Where(IsOrMayBeOut))
            {
                wanted.Remove(delivery.Id.Destination);
                found.Add(delivery.Id.Destination, delivery);
            }
        }

        return found;
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
            row => row.Value is { State: DeliveryState.Due or DeliveryState.Retrying, IsByHand: false, Progress: null }))
        {
            transaction.Replace(row, row.Value.Apply(stopped)!, DeliveriesJson.Default.Delivery);
        }

        return await transaction.CommitAsync(store.DeliveriesTo(rows[0].PartitionKey), cancellationToken);
    }

    private static bool IsOrMayBeOut(Delivery delivery) =>
        delivery.State is DeliveryState.Delivered or DeliveryState.Uncertain or DeliveryState.Sending;
}
