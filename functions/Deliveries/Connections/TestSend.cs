using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries.Connections;

/// <summary>The last test message to a destination. It is no delivery: nothing counts it, and no report knows of it.</summary>
/// <param name="Form">Which sending of the form it is: the same one again sends nothing.</param>
/// <param name="Address">Where it went.</param>
/// <param name="Revision">By which the channel tells it apart from other test messages.</param>
internal sealed record TestSend(DestinationId Destination, string Form, string Address, int Revision, DateTimeOffset At, PersonId By)
{
    public TestState State { get; init; }

    /// <summary>What the channel calls it; null where it does not stand there.</summary>
    public string? Reference { get; init; }

    /// <summary>Why it did not arrive, or nobody knows whether it did.</summary>
    public Problem? Reason { get; init; }
}
