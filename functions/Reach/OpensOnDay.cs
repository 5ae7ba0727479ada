using System.Collections.Immutable;

namespace Dissemination.Reach;

/// <summary>
/// How often the links of a language version were opened from its first post to the end of a day, as far as that was sampled.
/// </summary>
/// <param name="Total">All of them.</param>
internal sealed record OpensOnDay(DateOnly Day, long Total, DateTimeOffset At)
{
    /// <summary>By commune and channel, without those that nobody opened.</summary>
    public ImmutableArray<OpensOfPlaces> Places { get; init => field = value.IsDefault ? [] : value; } = [];
}
