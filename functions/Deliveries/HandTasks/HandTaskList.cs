using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>A commune's open hand tasks as people work through them: the oldest first, counted by item and by channel.</summary>
/// <param name="All">Every open task of the commune, the oldest first.</param>
/// <param name="AndMore">Whether there are more than were read.</param>
internal sealed record HandTaskList(ImmutableArray<WorklistEntry> All, DateTimeOffset LateBefore, bool AndMore)
{
    /// <summary>How many stand on a page, and are confirmed with one act.</summary>
    public const int PageSize = 100;

    public int Late => All.Count(IsLate);

    /// <summary>Since when the oldest waits.</summary>
    public DateTimeOffset? Oldest => All.IsEmpty ? null : All[0].Since;

    public IEnumerable<HandTaskGroup> Groups =>
        from entry in All
        group entry by entry.Delivery.Version into version
        select new HandTaskGroup(version.Key, version.First().Headline, version.Count(), version.Count(IsLate));

    public IEnumerable<(ChannelKind Channel, int Open)> Channels =>
        from entry in All
        group entry by entry.Channel into channel
        orderby channel.Key
        select (channel.Key, channel.Count());

    public static HandTaskList Of(IEnumerable<WorklistEntry> entries, DateTimeOffset lateBefore, bool andMore) =>
        new([.. entries.OrderBy(Position, StringComparer.Ordinal)], lateBefore, andMore);

    public bool IsLate(WorklistEntry entry) => entry.Since < LateBefore;

    /// <summary>
    /// The tasks that match behind a position, and the position to go on from; null on the last page. A position stays good while tasks
    /// before it are done.
    /// </summary>
    public (IReadOnlyList<WorklistEntry> Entries, string? Next) Page(VersionId? version, ChannelKind? channel, string? after)
    {
        var rest = All
            .Where(entry => (version is null || entry.Delivery.Version == version) && (channel is null || entry.Channel == channel))
            .Where(entry => after is null || string.CompareOrdinal(Position(entry), after) > 0)
            .Take(PageSize + 1)
            .ToList();
        return rest.Count > PageSize ? (rest[..PageSize], Position(rest[PageSize - 1])) : (rest, null);
    }

    private static string Position(WorklistEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Since.UtcTicks:D19}.{entry.Delivery}");
}
