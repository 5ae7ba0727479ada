using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// What the program learned of a destination since the directory named it. It holds only while the directory names the same address and
/// credential.
/// </summary>
/// <param name="Address">The address in the directory when this was learned.</param>
/// <param name="MovedTo">The address that the channel gave instead.</param>
/// <param name="Closed">Why it is disabled.</param>
internal sealed record DestinationHealth(
    DestinationId Id, string Address, string? Credential, string? MovedTo, Problem? Closed, DateTimeOffset At)
{
    public bool HoldsFor(Destination destination) => Address == destination.Address && Credential == destination.Credential;
}
