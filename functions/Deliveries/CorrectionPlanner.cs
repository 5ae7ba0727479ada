using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries;

/// <summary>Turns planned posts into corrections where an earlier revision is out there.</summary>
internal sealed class CorrectionPlanner(EarlierPosts earlierPosts, LoudspeakerText spoken, ChannelRouting routing, TimeProvider time)
{
    /// <summary>
    /// The planned deliveries, each as the correction of what is out at its destination, where something is. What a loudspeaker read out in
    /// the same words is left out.
    /// </summary>
    public Task<List<Delivery>> CorrectAsync(
        PublishableVersion version,
        List<(Delivery Delivery, Destination Destination)> planned,
        DirectorySnapshot directory,
        CancellationToken cancellationToken) =>
        CorrectAsync(version, planned, earlierPosts.FindAsync, directory, cancellationToken);

    /// <summary>The same without a write: what is not begun yet of earlier revisions goes on.</summary>
    public Task<List<Delivery>> ForeseeAsync(
        PublishableVersion version,
        List<(Delivery Delivery, Destination Destination)> planned,
        DirectorySnapshot directory,
        CancellationToken cancellationToken) =>
        CorrectAsync(version, planned, earlierPosts.LookAsync, directory, cancellationToken);

    private async Task<List<Delivery>> CorrectAsync(
        PublishableVersion version,
        List<(Delivery Delivery, Destination Destination)> planned,
        Finding find,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        if (version.Id.Revision == 1)
        {
            return planned.ConvertAll(pair => pair.Delivery);
        }

        var earlier = await find(
            version.Id, [.. planned.Select(pair => pair.Destination)], directory, cancellationToken);
        List<Delivery> corrected = new(planned.Count);
        foreach (var commune in planned.GroupBy(pair => pair.Delivery.Id.Destination.Commune))
        {
            var before = commune.ToDictionary(pair => pair.Delivery.Id, pair => earlier.GetValueOrDefault(pair.Destination.Id));
            var readOut = await spoken.ReadOutAsync(
                version.For(commune.Key), [.. before.Values.OfType<Delivery>()], cancellationToken);
            corrected.AddRange(
                from pair in commune
                let one = before[pair.Delivery.Id]
                where one is null || !readOut.Contains(one.Id.Destination)
                select Correction.Of(pair.Delivery, one, ChangesOf(one, pair.Destination, directory), time.GetUtcNow()));
        }

        return corrected;
    }

    /// <summary>Null where the earlier post is not at the address of the destination, but at one that it had before.</summary>
    private ChannelChanges? ChangesOf(Delivery? before, Destination destination, DirectorySnapshot directory) =>
        before is not null && directory.DestinationOf(before)?.Id != destination.Id ? null : routing.ChangesOf(destination);

    private delegate Task<Dictionary<DestinationId, Delivery>> Finding(
        VersionId version,
        IReadOnlyCollection<Destination> destinations,
        DirectorySnapshot directory,
        CancellationToken cancellationToken);
}
