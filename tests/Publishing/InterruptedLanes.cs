using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;

namespace Dissemination.Tests.Publishing;

/// <summary>Something happens in the middle of a step of a fan-out.</summary>
internal sealed class InterruptedLanes(ILanes lanes, Action once) : ILanes
{
    private bool _done;

    public (string Lane, Problem? Problem) LaneOf(Destination destination)
    {
        if (!_done)
        {
            _done = true;
            once();
        }

        return lanes.LaneOf(destination);
    }

    public ChannelChanges ChangesOf(Destination destination) => lanes.ChangesOf(destination);
}
