using Dissemination.Directory;

namespace Dissemination.Deliveries.Sending;

/// <summary>What one reading told of all lanes and destinations.</summary>
internal sealed record KnownHealth(
    IReadOnlyDictionary<string, LaneHealth> Lanes, IReadOnlyDictionary<DestinationId, DestinationHealth> Destinations)
{
    /// <summary>What is known of a lane; null where nothing is amiss.</summary>
    public LaneHealth? Of(string lane) => Lanes.GetValueOrDefault(lane);

    /// <summary>What is known of a destination, where it still holds.</summary>
    public DestinationHealth? Of(Destination destination) =>
        Destinations.TryGetValue(destination.Id, out var health) && health.HoldsFor(destination) ? health : null;
}
