using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>What is to be said of meetings and opinions, counted out of what was told and stands.</summary>
internal sealed class PlainMeetings(QuarterSite site, IReadOnlyList<Told> told)
{
    private static readonly MeetingMode[] Modes = [MeetingMode.InPerson, MeetingMode.Online];

    private readonly List<Commune> _communes = [.. site.After.Communes.Where(commune => commune.MergedInto is null)];

    public static async Task<PlainMeetings> ReadAsync(QuarterSite site, MeetingPeriod period) => new(
        site,
        await site.Get<MeetingStore>().AllAsync(CancellationToken.None)
            .Where(record => !record.IsWithdrawn && !(record.Told.Day < period.From) && !(record.Told.Day > period.To))
            .Select(record => record.Told)
            .ToListAsync());

    /// <summary>The first table of the page: in person beside online.</summary>
    public IEnumerable<string[]> Totals()
    {
        foreach (var kind in Enum.GetValues<MeetingKind>())
        {
            yield return
            [
                Labels.Of(kind), .. Modes.Select(mode => KindCell(Meetings(told, mode).FindAll(meeting => meeting.Kind == kind))),
            ];
        }

        yield return [Texts.MeetingsAll, .. Modes.Select(mode => Text(Meetings(told, mode).Count))];
        yield return [ToldLabels.FieldOf(ToldField.Attendance), .. Modes.Select(AttendanceCell)];
        yield return
        [
            Texts.Opinions,
            $"{Figure(InPerson(told))}{ReportedBy(CommunesWith(all => InPerson(all) is not null))}",
            $"{Figure(Online(told))}{ReportedBy(CommunesWith(all => Online(all) is not null))}",
        ];
    }

    public IEnumerable<string[]> PageRows() => Lines().Select(line => line.IsSilent
        ? (string[])[NameOf(line), Texts.MeetingSilent]
        :
        [
            NameOf(line),
            .. Modes.SelectMany(mode => (string[])[Text(Meetings(line.Told, mode).Count), Figure(Attendance(Meetings(line.Told, mode)))]),
            Figure(InPerson(line.Told)),
            Figure(Online(line.Told)),
            line.Told.Count == 0 ? Texts.NotTold : LocalTime.Text(line.Told.Max(one => one.Day)),
        ]);

    public IEnumerable<string[]> FileRows() => Lines().Select(line => (string[])
    [
        line.Commune.Name,
        line.Commune.MergedInto is null ? "" : Current(line.Commune.Id).Name,
        line.IsSilent ? Texts.MeetingSilent : Texts.MeetingTold,
        .. line.IsSilent ? Enumerable.Repeat(Texts.NotTold, FigureCells([]).Count()) : FigureCells(line.Told),
        line.Told.Count == 0 ? "" : LocalTime.Text(line.Told.Max(one => one.Day)),
        LocalTime.Text(QuarterPlan.End),
    ]);

    public IEnumerable<string[]> SheetOfTotals()
    {
        var (all, meeting) = (Text(_communes.Count), Text(CommunesWith(some => some.Exists(one => one.Meeting is not null))));
        foreach (var kind in Enum.GetValues<MeetingKind>())
        {
            foreach (var mode in Modes)
            {
                var meetings = Meetings(told, mode).Count(one => one.Kind == kind);
                yield return [$"{Labels.Of(kind)}, {Labels.Of(mode)}", Text(meetings), meeting, all];
            }
        }

        foreach (var mode in Modes)
        {
            var name = mode is MeetingMode.Online ? Texts.MeetingAttendanceOnline : Texts.MeetingAttendanceInPerson;
            var by = CommunesWith(some => Attendance(Meetings(some, mode)) is not null);
            yield return [name, Figure(Attendance(Meetings(told, mode))), Text(by), all];
        }

        yield return [Texts.OpinionsInPerson, Figure(InPerson(told)), Text(CommunesWith(some => InPerson(some) is not null)), all];
        yield return [Texts.OpinionsOnline, Figure(Online(told)), Text(CommunesWith(some => Online(some) is not null)), all];
        yield return [Texts.MeetingAsOf, LocalTime.Text(QuarterPlan.End), "", ""];
    }

    public IEnumerable<string[]> SheetOfDays() => told.GroupBy(one => one.Day).OrderBy(day => day.Key).Select(day => (string[])
    [
        LocalTime.Text(day.Key), Text(day.Select(one => one.Commune).Distinct().Count()), .. FigureCells([.. day]),
    ]);

    private IEnumerable<(Commune Commune, List<Told> Told, bool IsSilent)> Lines() =>
        from commune in site.After.Communes
        let own = told.Where(one => one.Commune == commune.Id).ToList()
        where commune.MergedInto is null || own.Count > 0
        select (commune, own, !told.Any(one => Current(one.Commune).Id == Current(commune.Id).Id));

    private string NameOf((Commune Commune, List<Told> Told, bool IsSilent) line) => line.Commune.MergedInto is null
        ? PageLabels.Of(line.Commune)
        : $"{PageLabels.Of(line.Commune)} {Texts.MeetingPartOf} {Current(line.Commune.Id).Name}";

    private static IEnumerable<string> FigureCells(List<Told> some) =>
    [
        .. Enum.GetValues<MeetingKind>().Select(kind => Text(some.Count(one => one.Meeting?.Kind == kind))),
        .. Modes.SelectMany(mode => (string[])[Text(Meetings(some, mode).Count), Figure(Attendance(Meetings(some, mode)))]),
        Figure(InPerson(some)),
        Figure(Online(some)),
    ];

    private Commune Current(CommuneId id) => site.After.Find(site.After.Successor(id))!;

    private int CommunesWith(Predicate<List<Told>> isTold) =>
        told.GroupBy(one => Current(one.Commune).Id).Count(commune => isTold([.. commune]));

    private static List<Meeting> Meetings(IEnumerable<Told> some, MeetingMode mode) =>
        [.. some.Select(one => one.Meeting).OfType<Meeting>().Where(meeting => meeting.Mode == mode)];

    private static long? Attendance(List<Meeting> meetings) => Sum(meetings.Select(meeting => meeting.Attendance));

    private static long? InPerson(IEnumerable<Told> some) => Sum(some.Select(one => one.Opinions?.InPerson));

    private static long? Online(IEnumerable<Told> some) => Sum(some.Select(one => one.Opinions?.Online));

    private static long? Sum(IEnumerable<int?> figures)
    {
        var known = figures.OfType<int>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }

    private static string KindCell(List<Meeting> meetings) => Attendance(meetings) is { } came
        ? $"{Text(meetings.Count)} · {TextFormat.Fill(Texts.MeetingPeople, Text(came))}"
        : Text(meetings.Count);

    private string AttendanceCell(MeetingMode mode)
    {
        var meetings = Meetings(told, mode);
        var counted = meetings.Count == 0 ? "" : TextFormat.Fill(
            Texts.MeetingCounted, Text(meetings.Count(meeting => meeting.Attendance is not null)), Text(meetings.Count));
        return $"{Figure(Attendance(meetings))}{counted}{ReportedBy(CommunesWith(all => Attendance(Meetings(all, mode)) is not null))}";
    }

    private string ReportedBy(int communes) => TextFormat.Fill(Texts.MeetingReported, Text(communes), Text(_communes.Count));

    private static string Figure(long? figure) => figure is { } number ? Text(number) : Texts.NotTold;

    private static string Text(long number) => LocalTime.Number(number);
}
