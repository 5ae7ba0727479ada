using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>Writes a plan down: deliveries, their links, the lists of those who must do something, and the messages to the lanes. Repeating it after a crash completes it and doubles nothing.</summary>
internal sealed class DeliveryPlanner(Store store, DirectoryStore directories, ILanes lanes)
{
    /// <returns>How many deliveries the language version has.</returns>
    public async Task<int> PlanAsync(PublishableVersion publishable, DateTimeOffset now, CancellationToken cancellation)
    {
        var version = publishable.Id;
        var directory = await directories.CurrentAsync(cancellation);
        var planned = Plan.For(version, publishable.Content, directory, lanes.LaneOf, now).ToList();
        var stored = await store.Deliveries
            .PartitionAsync(version.ToString(), PublishingJson.Default.Delivery, cancellation)
            .ToDictionaryAsync(row => row.Value.Id, cancellationToken: cancellation);

        var standing = new List<Delivery>(planned.Count);
        foreach (var chunk in planned.Chunk(Transaction.Limit))
        {
            var (deliveries, links) = (new Transaction(version.ToString()), new Transaction(LinkCode.PartitionOf(version)));
            List<Delivery> wereHeld = [];
            foreach (var delivery in chunk)
            {
                if (!stored.TryGetValue(delivery.Id, out var row))
                {
                    deliveries.Insert(delivery.Id.Row, delivery, PublishingJson.Default.Delivery);
                    links.Put(LinkCode.Of(delivery.Id).Destination, new ShortLink(delivery.Id, Opens: 0), PublishingJson.Default.ShortLink);
                    standing.Add(delivery);
                }
                else if (HeldForApproval(row.Value) && row.Value.Apply(new DeliveryEvent.Released()) is { } released)
                {
                    deliveries.Replace(row, released, PublishingJson.Default.Delivery);
                    wereHeld.Add(row.Value);
                    standing.Add(released);
                }
                else
                {
                    standing.Add(row.Value);
                }
            }

            // Links first: a post must never carry one that does not lead anywhere.
            await links.CommitAsync(store.Links, cancellation);
            if (!await deliveries.CommitAsync(store.Deliveries, cancellation))
            {
                throw new InvalidOperationException($"The deliveries of {version} changed while they were planned.");
            }

            Metrics.DeliveriesPlanned.Add(deliveries.Count);
            await store.RemoveFromWorklistAsync(wereHeld, cancellation);
        }

        await store.AddToWorklistAsync(standing, delivery => Entry(delivery, publishable.Item, directory), cancellation);
        await EnqueueAsync(standing.Where(delivery => delivery.State is DeliveryState.Due && !delivery.IsByHand), after: null, cancellation);
        return standing.Count;
    }

    /// <summary>Hands deliveries of one language version to their lanes.</summary>
    /// <param name="after">How long the messages stay invisible; null for not at all.</param>
    public async Task EnqueueAsync(IEnumerable<Delivery> deliveries, TimeSpan? after, CancellationToken cancellation)
    {
        foreach (var lane in deliveries.GroupBy(delivery => (delivery.Id.Version, delivery.Lane)))
        {
            foreach (var chunk in lane.Chunk(DeliveryBatch.Limit))
            {
                var batch = new DeliveryBatch(lane.Key.Version, lane.Key.Lane, [.. chunk.Select(delivery => delivery.Id.Destination)]);
                await store.DeliveryBatches.SendAsync(batch, after, cancellation);
            }
        }
    }

    /// <summary>A delivery as the list of those who wait shows it.</summary>
    public static WorklistEntry Entry(Delivery delivery, Item item, DirectorySnapshot directory) => new(
        delivery.Id,
        delivery.Channel,
        directory.Find(delivery.Id.Destination)?.Name ?? delivery.Id.Destination.ToString(),
        item.Kind,
        item.Headline,
        delivery.State,
        delivery.Reason,
        delivery.EndedAt ?? delivery.PlannedAt,
        delivery.Action,
        delivery.Failure);

    private static bool HeldForApproval(Delivery delivery) =>
        delivery.State is DeliveryState.Held
        && delivery.Reason?.Code is nameof(Problems.ProblemTexts.ItemNotApproved) or nameof(Problems.ProblemTexts.TranslationNotApproved);
}
