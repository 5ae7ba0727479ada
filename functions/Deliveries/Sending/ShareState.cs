namespace Dissemination.Deliveries.Sending;

/// <summary>What a share of the lanes has to remember from one turn to the next.</summary>
/// <param name="WakeAt">When a message that is under way wakes it; null where none is known.</param>
/// <param name="Lanes">The lanes that sent a moment ago.</param>
internal sealed record ShareState(DateTimeOffset? WakeAt, IReadOnlyDictionary<string, LaneState> Lanes)
{
    public static ShareState Nothing { get; } = new(null, new Dictionary<string, LaneState>(StringComparer.Ordinal));
}
