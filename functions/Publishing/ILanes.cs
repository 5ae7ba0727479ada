using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Publishing;

/// <summary>What Publishing must know of the channels. Channels answer it, so that Publishing needs to know no channel.</summary>
internal interface ILanes
{
    /// <summary>The lane of a destination, and the problem where nothing can serve it as configured.</summary>
    (string Lane, Problem? Problem) LaneOf(Destination destination);

    /// <summary>For how long a machine may change what it posted to a destination.</summary>
    ChannelChanges ChangesOf(Destination destination);
}
