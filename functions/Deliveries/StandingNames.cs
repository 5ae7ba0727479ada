using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Deliveries;

/// <summary>
/// Under which ids a language version stands at destinations that had other names before, as those of communes that were merged: what was
/// planned there once keeps its id, so that nothing is posted twice to one channel.
/// </summary>
internal sealed class StandingNames(DeliveryReader deliveries)
{
    /// <summary>One transaction where a destination had another name; mostly none.</summary>
    /// <returns>The former ids by those of the directory; without those under which nothing stands.</returns>
    public async Task<IReadOnlyDictionary<DestinationId, DestinationId>> FindAsync(
        VersionId version, IReadOnlyCollection<Destination> destinations, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        Dictionary<DestinationId, DestinationId> found = [];
        var wanted = destinations.Select(destination => destination.Id).ToHashSet();
        var former = destinations.SelectMany(directory.FormerNamesOf).Distinct();
        foreach (var stored in await deliveries.ReadAsync(former.Select(name => new DeliveryId(version, name)), cancellationToken))
        {
            if (directory.DestinationOf(stored.Value) is { } place && wanted.Contains(place.Id)
                && place.Id != stored.Value.Id.Destination)
            {
                found.TryAdd(place.Id, stored.Value.Id.Destination);
            }
        }

        return found;
    }
}
