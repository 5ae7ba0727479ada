using Dissemination.Channels;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// The blocks that wait for one lane, in the order in which they came, so that each is looked at again when it is its turn and not over and
/// over before.
/// </summary>
internal sealed class LaneQueue
{
    /// <summary>Each with the time when the first of its destinations may have it.</summary>
    private readonly List<(WaitingBlock Block, DateTimeOffset FreeFrom)> _waiting = [];

    /// <summary>
    /// When it is the turn of a block, behind those that came before it and may go before it: rather too early than too late. One that
    /// waits already keeps its place.
    /// </summary>
    public DateTimeOffset TurnOf(WaitingBlock block, Pace pace, DateTimeOffset now, ChannelLimits limits)
    {
        var place = _waiting.FindIndex(waiting => waiting.Block.Name == block.Name);
        var before = place < 0 ? _waiting : _waiting[..place];
        var free = block.Destinations.Min(destination =>
            pace.FreeAt(destination, block.Posts, now, limits, before.Sum(waiting => waiting.Block.PostsTo(destination))));
        var room = pace.LaneFreeAt(
            block.AllPosts, now, limits, before.Where(waiting => waiting.FreeFrom <= free).Sum(waiting => waiting.Block.AllPosts));
        if (place < 0)
        {
            _waiting.Add((block, free));
        }
        else
        {
            _waiting[place] = (block, free);
        }

        return free > room ? free : room;
    }

    /// <summary>A block waits no more.</summary>
    public void Leave(string block) => _waiting.RemoveAll(waiting => waiting.Block.Name == block);
}
