using Dissemination.Problems;

namespace Dissemination.Deliveries.Sending;

/// <summary>What the program learned of a lane.</summary>
/// <param name="Stopped">Why nothing is sent on it any more.</param>
/// <param name="PausedUntil">Until when the channel asked it to wait.</param>
internal sealed record LaneHealth(string Lane, Problem? Stopped, DateTimeOffset? PausedUntil, DateTimeOffset At);
