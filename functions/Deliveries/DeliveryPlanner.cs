using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// Plans the deliveries of one step of a fan-out and hands them to their lanes: commune by commune, as corrections where an earlier
/// revision is out there.
/// </summary>
internal sealed class DeliveryPlanner(
    DeliveryWriter writer,
    Backlog backlog,
    EarlierPosts earlierPosts,
    LoudspeakerText spoken,
    PublicPictureStore pictures,
    ChannelRouting routing,
    TimeProvider time)
{
    /// <returns>How many there are now.</returns>
    public async Task<int> PlanAsync(
        PublishableVersion version,
        List<Destination> slice,
        FanOutStep step,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        foreach (var picture in version.Pictures)
        {
            await pictures.ShowAsync(picture.Blob, version.Id.Item, cancellationToken);
        }

        Dictionary<DestinationId, Delivery> standing = new(slice.Count);
        foreach (var chunk in slice.GroupBy(destination => destination.Id.Commune).SelectMany(commune => commune.Chunk(Transaction.Limit)))
        {
            foreach (var delivery in await WriteAsync(version, chunk, step, directory, cancellationToken))
            {
                standing.Add(delivery.Id.Destination, delivery);
            }
        }

        // Once for all of a step, so that a lane gets one message for it; in the order of the lanes, so that what is sent together stands
        // together.
        await backlog.AddAsync(
            slice.Select(destination => standing.GetValueOrDefault(destination.Id)).OfType<Delivery>()
                .Where(delivery => delivery is { State: DeliveryState.Due, IsByHand: false }),
            cancellationToken);
        return standing.Count;
    }

    /// <param name="destinations">Of one commune, at most as many as a transaction takes.</param>
    private async Task<IReadOnlyList<Delivery>> WriteAsync(
        PublishableVersion version,
        Destination[] destinations,
        FanOutStep step,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        var commune = directory.Find(destinations[0].Id.Commune)!;
        var planned = destinations
            .Select(destination => PlannedDelivery.Of(version.Id, commune, destination, routing.LaneOf(destination), step.At))
            .Select(delivery => delivery with { TraceParent = Tracing.Current ?? step.TraceParent })
            .ToList();
        var text = version.For(commune.Id);
        var cleared = Cleared(await CorrectAsync(text, planned, destinations, cancellationToken), text.ClearanceAt(time.GetUtcNow()));
        return cleared.Count > 0 ? await writer.WriteAsync(version, cleared, directory, cancellationToken) : [];
    }

    /// <summary>A commune whose own variant is not approved yet has its deliveries, and they wait.</summary>
    private static List<Delivery> Cleared(List<Delivery> planned, Clearance clearance) =>
        clearance is Clearance.Hold hold ? planned.ConvertAll(delivery => Withholding.Hold(delivery, hold.Reason) ?? delivery) : planned;

    /// <param name="text">The version as the commune of the deliveries gets it.</param>
    private async Task<List<Delivery>> CorrectAsync(
        PublishableVersion text, List<Delivery> planned, Destination[] destinations, CancellationToken cancellationToken)
    {
        if (planned[0].Id.Version.Revision == 1)
        {
            return planned;
        }

        var earlier = await earlierPosts.FindAsync(planned, cancellationToken);
        var readOut = await spoken.ReadOutAsync(text, earlier.Values, cancellationToken);
        return
        [
            .. from pair in planned.Zip(destinations, (delivery, destination) => (Delivery: delivery, Destination: destination))
               where !readOut.Contains(pair.Destination.Id)
               select Correction.Of(
                   pair.Delivery, earlier.GetValueOrDefault(pair.Destination.Id), routing.ChangesOf(pair.Destination), time.GetUtcNow()),
        ];
    }
}
