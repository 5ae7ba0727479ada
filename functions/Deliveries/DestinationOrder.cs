using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Directory;

namespace Dissemination.Deliveries;

/// <summary>All destinations by lane, so that what a step writes and a lane sends stands together. Made once for each directory.</summary>
internal sealed class DestinationOrder(ChannelRouting routing)
{
    private Ordered _last = new(DirectorySnapshot.Empty, []);

    public string LaneOf(Destination destination) => routing.LaneOf(destination).Lane;

    /// <summary>The destinations behind a mark.</summary>
    /// <param name="lane">The lane of the mark; null for all.</param>
    public IEnumerable<Destination> After(DirectorySnapshot directory, string? lane, DestinationId? destination)
    {
        var ordered = Of(directory);
        var at = lane is null ? 0 : ordered.BinarySearch((lane, destination!.Value.ToString(), null!), Comparer);
        for (var i = lane is null ? 0 : at >= 0 ? at + 1 : ~at; i < ordered.Length; i++)
        {
            yield return ordered[i].Destination;
        }
    }

    private static Comparer<(string Lane, string Id, Destination Destination)> Comparer { get; } =
        Comparer<(string Lane, string Id, Destination Destination)>.Create((one, other) =>
            string.CompareOrdinal(one.Lane, other.Lane) is not 0 and var byLane ? byLane : string.CompareOrdinal(one.Id, other.Id));

    private ImmutableArray<(string Lane, string Id, Destination Destination)> Of(DirectorySnapshot directory)
    {
        var last = Volatile.Read(ref _last);
        if (!ReferenceEquals(last.Directory, directory))
        {
            last = new(
                directory,
                [.. directory.Destinations.Select(
                    destination => (routing.LaneOf(destination).Lane, destination.Id.ToString(), destination)).Order(Comparer)]);
            Volatile.Write(ref _last, last);
        }

        return last.Destinations;
    }

    private sealed record Ordered(
        DirectorySnapshot Directory, ImmutableArray<(string Lane, string Id, Destination Destination)> Destinations);
}
