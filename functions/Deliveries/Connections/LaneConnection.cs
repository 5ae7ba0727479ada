using System.Collections.Immutable;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries.Connections;

/// <summary>A credential that the directory names, and how its lane stands.</summary>
/// <param name="Destinations">How many places are served with it.</param>
/// <param name="IsPreview">Whether its posts are kept as previews, because it is not configured.</param>
/// <param name="Problem">Why nothing can be sent with it; null where something can.</param>
/// <param name="Health">What was learned of it; null where nothing is amiss.</param>
internal sealed record LaneConnection(
    string Name, ImmutableArray<ChannelKind> Channels, int Destinations, bool IsPreview, Problem? Problem, LaneHealth? Health)
{
    public bool IsStopped => Health?.Stopped is not null;

    /// <summary>Until when it waits; null where it does not.</summary>
    public DateTimeOffset? PausedAt(DateTimeOffset now) => Health?.PausedUntil is { } until && until > now ? until : null;
}
