using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>What earlier revisions posted at the same destinations.</summary>
internal sealed class EarlierPosts(Store store)
{
    /// <summary>How many earlier revisions are looked at; one that is older has long been replaced.</summary>
    private const int MostEarlier = 5;

    /// <summary>For each destination the delivery of the newest earlier revision that is out, or may be. A transaction for each revision.</summary>
    /// <param name="planned">Deliveries of one language version, by their rows.</param>
    public async Task<Dictionary<DestinationId, Delivery>> FindAsync(IReadOnlyCollection<Delivery> planned, CancellationToken cancellation)
    {
        var version = planned.First().Id.Version;
        var wanted = planned.Select(delivery => delivery.Id.Destination).ToHashSet();
        Dictionary<DestinationId, Delivery> found = [];
        for (var revision = version.Revision - 1; revision >= Math.Max(1, version.Revision - MostEarlier) && wanted.Count > 0; revision--)
        {
            var rows = wanted.Select(destination => destination.ToString()).Order(StringComparer.Ordinal).ToList();
            var deliveries = store.Deliveries
                .BetweenAsync((version with { Revision = revision }).ToString(), rows[0], Keys.AfterKey(rows[^1]), PublishingJson.Default.Delivery, cancellation)
                .Select(row => row.Value)
                .Where(delivery => !delivery.Id.Removes && delivery.State is DeliveryState.Delivered or DeliveryState.Uncertain or DeliveryState.Sending);
            await foreach (var delivery in deliveries)
            {
                if (wanted.Remove(delivery.Id.Destination))
                {
                    found.Add(delivery.Id.Destination, delivery);
                }
            }
        }

        return found;
    }
}
