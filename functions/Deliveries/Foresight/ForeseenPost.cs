using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries.Foresight;

/// <summary>A post that places of one channel will have: the same for all but its short link, which is that of the first.</summary>
/// <param name="Places">Where it goes.</param>
/// <param name="Own">The commune whose own words it has; null where it has those that all have.</param>
internal sealed record ForeseenPost(
    ChannelKind Channel, PostView View, Post Post, ImmutableArray<Destination> Places, CommuneId? Own = null)
{
    /// <summary>Why its picture card cannot be made, where it cannot.</summary>
    public Problem? CardProblem { get; init; }
}
