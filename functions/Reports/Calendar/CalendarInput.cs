using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Reports.Calendar;

/// <summary>What a stretch of the calendar is made from.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">The day behind its last.</param>
/// <param name="Items">Those that are wanted on one of its days.</param>
/// <param name="Out">What went out on one of its days, or was wanted then.</param>
/// <param name="Ready">The texts that wait for nothing but their time.</param>
internal sealed record CalendarInput(
    DateOnly From,
    DateOnly To,
    ImmutableArray<Item> Items,
    ImmutableArray<OutOccasion> Out,
    ImmutableHashSet<VersionId> Ready)
{
    public required DirectorySnapshot Directory { get; init; }

    public required ImmutableArray<Resolution> Resolutions { get; init; }

    public required DateTimeOffset Now { get; init; }
}
