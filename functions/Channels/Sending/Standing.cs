using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels.Sending;

/// <summary>What the program learned of a destination since the directory named it. It holds only while the directory names the same address and credential.</summary>
/// <param name="Address">The address in the directory when this was learned.</param>
/// <param name="MovedTo">The address that the channel gave instead.</param>
/// <param name="Closed">Why it is disabled.</param>
internal sealed record DestinationStanding(DestinationId Id, string Address, string? Credential, string? MovedTo, Problem? Closed, DateTimeOffset At)
{
    public bool HoldsFor(Destination destination) => Address == destination.Address && Credential == destination.Credential;
}

/// <summary>What the program learned of a lane.</summary>
/// <param name="Stopped">Why nothing is sent on it any more.</param>
/// <param name="PausedUntil">Until when the channel asked it to wait.</param>
internal sealed record LaneStanding(string Lane, Problem? Stopped, DateTimeOffset? PausedUntil, DateTimeOffset At);

/// <summary>What one reading told of all lanes and destinations.</summary>
internal sealed record KnownStandings(IReadOnlyDictionary<string, LaneStanding> Lanes, IReadOnlyDictionary<DestinationId, DestinationStanding> Destinations)
{
    /// <summary>What is known of a lane; null where nothing is amiss.</summary>
    public LaneStanding? Of(string lane) => Lanes.GetValueOrDefault(lane);

    /// <summary>What is known of a destination, where it still holds.</summary>
    public DestinationStanding? Of(Destination destination) =>
        Destinations.TryGetValue(destination.Id, out var standing) && standing.HoldsFor(destination) ? standing : null;
}
