using Dissemination.Directory;

namespace Dissemination.Deliveries.Sending;

/// <summary>What of a block waits for a lane.</summary>
/// <param name="Posts">The posts of each delivery.</param>
/// <param name="Destinations">Where they go; each gets one delivery.</param>
internal sealed record WaitingBlock(string Name, int Posts, IReadOnlySet<DestinationId> Destinations)
{
    /// <summary>The posts that it is in all.</summary>
    public int AllPosts => Posts * Destinations.Count;

    public int PostsTo(DestinationId destination) => Destinations.Contains(destination) ? Posts : 0;
}
