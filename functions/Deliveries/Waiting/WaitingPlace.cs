using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries.Waiting;

/// <summary>A delivery in its row of a list: what its neighbours there do not have in common with it.</summary>
/// <param name="Row">What tells its delivery apart from the others of its language version to its commune.</param>
/// <param name="Name">Of the destination.</param>
internal sealed record WaitingPlace(string Row, ChannelKind Channel, string Name, DeliveryAction Action, Problem? Reason)
{
    public static WaitingPlace Of(WorklistEntry entry) =>
        new(entry.Delivery.Name, entry.Channel, entry.DestinationName, entry.Action, entry.Reason);
}
