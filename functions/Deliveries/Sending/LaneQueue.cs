namespace Dissemination.Deliveries.Sending;

/// <summary>
/// The blocks that wait for one lane, in the order in which they came, so that each is looked at again when it is its turn and not over and
/// over before.
/// </summary>
internal sealed class LaneQueue
{
    private readonly List<WaitingBlock> _waiting = [];

    /// <summary>Puts a block behind the others. One that waits already keeps its place.</summary>
    /// <returns>Those before it.</returns>
    public IReadOnlyList<WaitingBlock> Enter(WaitingBlock block)
    {
        var place = _waiting.FindIndex(waiting => waiting.Name == block.Name);
        if (place < 0)
        {
            place = _waiting.Count;
            _waiting.Add(block);
        }

        _waiting[place] = block;
        return _waiting[..place];
    }

    /// <summary>A block waits no more.</summary>
    public void Leave(string block) => _waiting.RemoveAll(waiting => waiting.Name == block);
}
