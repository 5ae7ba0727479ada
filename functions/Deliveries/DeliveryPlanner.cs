using Dissemination.Channels;
using Dissemination.Content;
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
    StandingNames names,
    CorrectionPlanner corrections,
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

        var known = await names.FindAsync(version.Id, slice, directory, cancellationToken);
        var places = slice
            .Select(destination => (Id: new DeliveryId(version.Id, known.GetValueOrDefault(destination.Id, destination.Id)), destination))
            .DistinctBy(place => place.Id)
            .ToList();
        Dictionary<DestinationId, Delivery> standing = new(slice.Count);
        foreach (var chunk in places
            .GroupBy(place => place.Id.Partition, StringComparer.Ordinal)
            .SelectMany(commune => commune.Chunk(Transaction.Limit)))
        {
            foreach (var delivery in await WriteAsync(version, chunk, step, directory, cancellationToken))
            {
                standing.Add(delivery.Id.Destination, delivery);
            }
        }

        // Once for all of a step, so that a lane gets one message for it; in the order of the lanes, so that what is sent together stands
        // together.
        await backlog.AddAsync(
            places.Select(place => standing.GetValueOrDefault(place.Id.Destination)).OfType<Delivery>()
                .Where(delivery => delivery is { State: DeliveryState.Due, IsByHand: false }),
            cancellationToken);
        return standing.Count;
    }

    /// <param name="places">Named by one commune, at most as many as a transaction takes.</param>
    private async Task<IReadOnlyList<Delivery>> WriteAsync(
        PublishableVersion version,
        (DeliveryId Id, Destination Destination)[] places,
        FanOutStep step,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        var named = places[0].Id.Destination.Commune;
        var commune = directory.FindSuccessor(named)!;
        var text = version.For(named);
        var planned = places
            .Select(place => PlannedDelivery.Of(place.Id, commune, place.Destination, routing.LaneOf(place.Destination), step.At))
            .Select(delivery => delivery with { Edition = text.Edition, TraceParent = Tracing.Current ?? step.TraceParent })
            .Zip(places, (delivery, place) => (delivery, place.Destination))
            .ToList();
        var corrected = await corrections.CorrectAsync(text, planned, directory, cancellationToken);
        var cleared = Cleared(Taken(text, corrected, places), text);
        return cleared.Count > 0 ? await writer.WriteAsync(version, cleared, directory, cancellationToken) : [];
    }

    /// <summary>
    /// Without those to places that take nothing without a picture, where it has none: whoever handed it in was told. What is out there is
    /// still a matter of people.
    /// </summary>
    private List<Delivery> Taken(PublishableVersion text, List<Delivery> planned, (DeliveryId Id, Destination Destination)[] places)
    {
        var untaken = text.HasPicture
            ? []
            : places.Where(place => routing.NeedsPicture(place.Destination)).Select(place => place.Id).ToHashSet();
        return planned.FindAll(delivery => delivery.Action is not DeliveryAction.Post || !untaken.Contains(delivery.Id));
    }

    /// <summary>A commune whose own variant is not approved yet has its deliveries, and they wait.</summary>
    private List<Delivery> Cleared(List<Delivery> planned, PublishableVersion text) =>
        text.ClearanceAt(time.GetUtcNow()) is Clearance.Hold hold
            ? planned.ConvertAll(delivery => Withholding.Hold(delivery, text, hold.Reason) ?? delivery)
            : planned;
}
