using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Reach.Meetings;

/// <summary>
/// Meetings and opinions of the campaign: sums of their own, which are part of no reach. In person and online stand side by side, and no
/// figure here is a sum of the two.
/// </summary>
internal sealed record MeetingSummary
{
    public required MeetingPeriod Period { get; init; }

    /// <summary>When it was read: all that was told until then is in it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>All communes together, by kind and mode; those that there were.</summary>
    public required ImmutableArray<KindTally> Kinds { get; init; }

    public required OpinionTally Opinions { get; init; }

    public required ReportedBy Reported { get; init; }

    /// <summary>
    /// The silent communes first, then the others; below each those that became part of it. Last come those that the directory names no
    /// more.
    /// </summary>
    public required ImmutableArray<CommuneMeetings> Lines { get; init; }

    /// <summary>Day by day, all communes together.</summary>
    public required ImmutableArray<DayMeetings> Days { get; init; }

    public MeetingFigures Of(MeetingKind kind, MeetingMode mode) =>
        MeetingFigures.Of(Kinds.Where(tally => tally.Kind == kind && tally.Mode == mode));

    public MeetingFigures Of(MeetingMode mode) => MeetingFigures.Of(Kinds.Where(tally => tally.Mode == mode));

    /// <summary>Puts it together: a pure function of the days' sums.</summary>
    public static MeetingSummary Of(
        IReadOnlyCollection<DayTally> days, DirectorySnapshot directory, MeetingPeriod period, DateTimeOffset at)
    {
        var tallies = days.SelectMany(day => day.Communes).GroupBy(tally => tally.Commune)
            .ToDictionary(same => same.Key, same => same.Aggregate((sum, one) => sum.Plus(one)));
        var latest = days.SelectMany(day => day.Communes.Select(tally => (tally.Commune, day.Day)))
            .GroupBy(told => told.Commune, told => told.Day)
            .ToDictionary(same => same.Key, same => same.Max());
        var families = directory.Current.Select(commune => directory.FamilyOf(commune.Id)).ToList();
        families.AddRange(
            tallies.Keys.Where(commune => directory.Find(commune) is null)
                .OrderBy(commune => commune.Value, StringComparer.Ordinal)
                .Select(commune => ImmutableArray.Create(commune)));
        var all = tallies.Values.Aggregate(new CommuneTally(default), (sum, one) => sum.Plus(one));
        return new()
        {
            Period = period,
            At = at,
            Kinds = all.Kinds,
            Opinions = all.Opinions,
            Reported = ReportedOf(families, tallies),
            Lines =
            [
                .. families.OrderByDescending(family => !family.Any(tallies.ContainsKey))
                    .SelectMany(family => LinesOf(family, tallies, latest, directory)),
            ],
            Days = [.. days.Where(day => !day.Communes.IsEmpty).OrderBy(day => day.Day).Select(DayMeetings.Of)],
        };
    }

    private static ReportedBy ReportedOf(List<ImmutableArray<CommuneId>> families, Dictionary<CommuneId, CommuneTally> tallies)
    {
        return new()
        {
            Communes = families.Count,
            Any = CountOf(_ => true),
            Meetings = CountOf(tally => !tally.Kinds.IsEmpty),
            AttendanceInPerson = CountOf(tally => tally.Of(MeetingMode.InPerson).Counted > 0),
            AttendanceOnline = CountOf(tally => tally.Of(MeetingMode.Online).Counted > 0),
            OpinionsInPerson = CountOf(tally => tally.Opinions.ToldInPerson is not null),
            OpinionsOnline = CountOf(tally => tally.Opinions.ToldOnline is not null),
        };

        int CountOf(Func<CommuneTally, bool> told) =>
            families.Count(family => family.Any(commune => tallies.TryGetValue(commune, out var tally) && told(tally)));
    }

    /// <summary>A commune's own line, and one for each part of it of which something was told.</summary>
    private static IEnumerable<CommuneMeetings> LinesOf(
        ImmutableArray<CommuneId> family,
        Dictionary<CommuneId, CommuneTally> tallies,
        Dictionary<CommuneId, DateOnly> latest,
        DirectorySnapshot directory)
    {
        var own = directory.Known(family[0]);
        foreach (var id in family.Where((id, at) => at == 0 || tallies.ContainsKey(id)))
        {
            yield return new(
                directory.Known(id),
                id == own.Id ? null : own,
                tallies.GetValueOrDefault(id, new(id)),
                latest.TryGetValue(id, out var day) ? day : null)
            {
                IsSilent = !family.Any(tallies.ContainsKey),
            };
        }
    }
}
