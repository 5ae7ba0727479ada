using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries;

/// <summary>
/// Plans the deliveries of one step of a fan-out, as corrections where an earlier revision is out there, and hands them to their shares.
/// </summary>
internal sealed class DeliveryPlanner(
    DeliveryWriter writer,
    StandingNames names,
    CorrectionPlanner corrections,
    PublicPictureStore pictures,
    ChannelRouting routing,
    Backlog backlog,
    TimeProvider time)
{
    /// <returns>How many there are now, and the shares that have something to send.</returns>
    public async Task<(int Count, IReadOnlyCollection<string> Shares)> PlanAsync(
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

        var cleared = await PlannedAsync(version, slice, step, corrections.CorrectAsync, directory, cancellationToken);
        var standing = await writer.WriteAsync(version, cleared, step, directory, cancellationToken);
        return (standing.Count, await backlog.AddAsync(standing, cancellationToken));
    }

    /// <summary>What all steps of a fan-out that began now would plan. Nothing is written.</summary>
    public Task<List<Delivery>> ForeseeAsync(
        PublishableVersion version, DirectorySnapshot directory, DateTimeOffset now, CancellationToken cancellationToken) =>
        PlannedAsync(
            version,
            [.. Plan.Wanted(version, directory, directory.Destinations)],
            new(version.Id, version.Item.DueAt(version.Id.Language, now), now),
            corrections.ForeseeAsync,
            directory,
            cancellationToken);

    private async Task<List<Delivery>> PlannedAsync(
        PublishableVersion version,
        List<Destination> slice,
        FanOutStep step,
        Correcting correct,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        var known = await names.FindAsync(version.Id, slice, directory, cancellationToken);
        var places = slice
            .Select(destination => (Id: new DeliveryId(version.Id, known.GetValueOrDefault(destination.Id, destination.Id)), destination))
            .DistinctBy(place => place.Id)
            .ToList();
        var planned = places.ConvertAll(place => (Planned(version, place.Id, place.destination, step, directory), place.destination));
        var corrected = await correct(version, planned, directory, cancellationToken);
        var destinations = places.ToDictionary(place => place.Id, place => place.destination);
        return
        [
            .. from delivery in corrected
               where delivery.Action is not DeliveryAction.Post
                   || IsTaken(version.For(delivery.Id.Destination.Commune), destinations[delivery.Id], routing)
               select Cleared(version, delivery),
        ];
    }

    private Delivery Planned(
        PublishableVersion version, DeliveryId id, Destination destination, FanOutStep step, DirectorySnapshot directory)
    {
        // What stands under the name of a commune that the directory names no more is answered for where its channel is now.
        var commune = directory.FindSuccessor(id.Destination.Commune) ?? directory.FindSuccessor(destination.Id.Commune)!;
        return PlannedDelivery.Of(id, commune, destination, routing.LaneOf(destination), step.At) with
        {
            SendFrom = destination.IsByHand ? null : QuietHours.SendFrom(commune, step.At, version.Item.ExpiresAt),
            Edition = version.For(id.Destination.Commune).EditionAt(destination.Channel),
            TraceParent = Tracing.Current ?? step.TraceParent,
        };
    }

    /// <summary>
    /// Not where a place takes nothing without a picture, and it has none: whoever handed it in was told. What is out there is still a
    /// matter of people.
    /// </summary>
    /// <param name="text">The version as the commune of the place gets it.</param>
    public static bool IsTaken(PublishableVersion text, Destination destination, ChannelRouting routing) =>
        !routing.NeedsPicture(destination) || text.HasPicture;

    /// <summary>A commune whose own variant is not approved yet has its deliveries, and they wait.</summary>
    private Delivery Cleared(PublishableVersion version, Delivery delivery)
    {
        var text = version.For(delivery.Id.Destination.Commune);
        return text.ClearanceAt(time.GetUtcNow()) is Clearance.Hold hold
            ? Withholding.Hold(delivery, text, hold.Reason) ?? delivery
            : delivery;
    }

    private delegate Task<List<Delivery>> Correcting(
        PublishableVersion version,
        List<(Delivery Delivery, Destination Destination)> planned,
        DirectorySnapshot directory,
        CancellationToken cancellationToken);
}
