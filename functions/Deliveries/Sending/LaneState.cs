using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Deliveries.Sending;

/// <summary>What is remembered of a lane from one turn to the next.</summary>
/// <param name="Sent">As in <see cref="Pace"/>, in ticks (UTC).</param>
/// <param name="Destinations">As in <see cref="Pace"/>, in ticks (UTC).</param>
internal sealed record LaneState(IReadOnlyList<long> Sent, IReadOnlyDictionary<DestinationId, IReadOnlyList<long>> Destinations)
{
    public static LaneState Of(Pace pace) =>
        new(Ticks(pace.Sent), pace.Destinations.ToDictionary(entry => entry.Key, entry => Ticks(entry.Value)));

    public Pace ToPace() => new(
        [.. Sent.Select(Instant)],
        Destinations.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Select(Instant).ToImmutableList()));

    private static IReadOnlyList<long> Ticks(IEnumerable<DateTimeOffset> instants) => [.. instants.Select(instant => instant.UtcTicks)];

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}
