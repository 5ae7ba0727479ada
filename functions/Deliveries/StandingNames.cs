using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Deliveries;

/// <summary>
/// Under which ids a language version stands at destinations that had other names before, as those of communes that were merged: what was
/// planned there once keeps its id, so that nothing is posted twice to one channel.
/// </summary>
internal sealed class StandingNames(DeliveryReader deliveries)
{
    /// <summary>One transaction for each commune of former names; mostly none.</summary>
    /// <returns>The former ids by those of the directory; without those under which nothing stands.</returns>
    public async Task<IReadOnlyDictionary<DestinationId, DestinationId>> FindAsync(
        VersionId version, IReadOnlyCollection<Destination> destinations, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        Dictionary<DestinationId, DestinationId> found = [];
        var wanted = destinations.Select(destination => destination.Id).ToHashSet();
        foreach (var commune in destinations.SelectMany(directory.FormerNamesOf).Distinct().GroupBy(name => name.Commune))
        {
            foreach (var row in await deliveries.ReadAsync(commune.Select(name => new DeliveryId(version, name)), cancellationToken))
            {
                if (directory.DestinationOf(row.Value) is { } place && wanted.Contains(place.Id) && place.Id != row.Value.Id.Destination)
                {
                    found.TryAdd(place.Id, row.Value.Id.Destination);
                }
            }
        }

        return found;
    }
}
