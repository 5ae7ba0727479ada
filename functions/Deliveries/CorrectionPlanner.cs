using Dissemination.Channels;
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
    /// <param name="text">The version as the commune of the deliveries gets it.</param>
    public async Task<List<Delivery>> CorrectAsync(
        PublishableVersion text,
        List<(Delivery Delivery, Destination Destination)> planned,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        if (text.Id.Revision == 1)
        {
            return planned.ConvertAll(pair => pair.Delivery);
        }

        var earlier = await earlierPosts.FindAsync(
            text.Id, [.. planned.Select(pair => pair.Destination)], directory, cancellationToken);
        var readOut = await spoken.ReadOutAsync(text, earlier.Values, cancellationToken);
        return
        [
            .. from pair in planned
               let before = earlier.GetValueOrDefault(pair.Destination.Id)
               where before is null || !readOut.Contains(before.Id.Destination)
               select Correction.Of(pair.Delivery, before, ChangesOf(before, pair.Destination, directory), time.GetUtcNow()),
        ];
    }

    /// <summary>Null where the earlier post is not at the address of the destination, but at one that it had before.</summary>
    private ChannelChanges? ChangesOf(Delivery? before, Destination destination, DirectorySnapshot directory) =>
        before is not null && directory.DestinationOf(before)?.Id != destination.Id ? null : routing.ChangesOf(destination);
}
