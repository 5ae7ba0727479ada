using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries.Connections;

/// <summary>A destination that a machine serves, and how it stands.</summary>
/// <param name="IsPreview">Whether its posts are kept as previews.</param>
/// <param name="Problem">Why nothing can be sent to it; null where something can.</param>
/// <param name="Health">What was learned of it beyond the directory; null where nothing was.</param>
internal sealed record DestinationConnection(Destination Destination, bool IsPreview, Problem? Problem, DestinationHealth? Health)
{
    public bool IsClosed => Health?.Closed is not null;
}
