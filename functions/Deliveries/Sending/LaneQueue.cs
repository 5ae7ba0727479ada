namespace Dissemination.Deliveries.Sending;

/// <summary>
/// The blocks that wait for one lane, in the order in which they came, so that each is looked at again when it is its turn and not over and
/// over before.
/// </summary>
internal sealed class LaneQueue
{
    private readonly List<(string Block, TimeSpan Length)> _waiting = [];

    /// <summary>How long a block has to wait for those before it. One that waits already keeps its place.</summary>
    /// <param name="length">How long the lane will work at it.</param>
    public TimeSpan Wait(string block, TimeSpan length)
    {
        var place = _waiting.FindIndex(waiting => waiting.Block == block);
        if (place < 0)
        {
            place = _waiting.Count;
            _waiting.Add((block, length));
        }

        _waiting[place] = (block, length);
        return _waiting.Take(place).Aggregate(TimeSpan.Zero, (sum, waiting) => sum + waiting.Length);
    }

    /// <summary>A block waits no more.</summary>
    public void Leave(string block) => _waiting.RemoveAll(waiting => waiting.Block == block);
}
