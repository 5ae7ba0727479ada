using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Reach.Meetings;

/// <summary>The summary as tables for spreadsheets. What nobody told says so, and is never 0.</summary>
internal static class MeetingSummaryFiles
{
    private static readonly MeetingMode[] Modes = [MeetingMode.InPerson, MeetingMode.Online];

    /// <summary>Commune by commune.</summary>
    public static byte[] Csv(MeetingSummary summary) => CsvTable.Write(ByCommune(summary));

    public static byte[] Excel(MeetingSummary summary) => ExcelBook.Write(Sheets(summary));

    /// <summary>Totals, commune by commune, day by day.</summary>
    public static ImmutableArray<ExcelTable> Sheets(MeetingSummary summary) =>
    [
        new(Texts.MeetingsTotals, TotalHeads(), TotalRows(summary)),
        ByCommune(summary),
        new(Texts.MeetingsByDay, DayHeads(), summary.Days.Select(DayRow)),
    ];

    private static ExcelTable ByCommune(MeetingSummary summary) =>
        new(Texts.MeetingsByCommune, CommuneHeads(), summary.Lines.Select(line => CommuneRow(line, summary)));

    private static ImmutableArray<ExcelColumn> TotalHeads() =>
        [new(Texts.MeetingFigure, 44), new(Texts.MeetingFigureValue, 16), new(Texts.MeetingReportedBy, 16), new(Texts.MeetingCommunes, 16)];

    private static IEnumerable<object?[]> TotalRows(MeetingSummary summary)
    {
        var reported = summary.Reported;
        foreach (var kind in Enum.GetValues<MeetingKind>())
        {
            foreach (var mode in Modes)
            {
                var name = $"{Labels.Of(kind)}, {Labels.Of(mode)}";
                yield return [name, summary.Of(kind, mode).Meetings, reported.Meetings, reported.Communes];
            }
        }

        (string Name, long? Figure, int By)[] sums =
        [
            (Texts.MeetingAttendanceInPerson, summary.Of(MeetingMode.InPerson).Attendance, reported.AttendanceInPerson),
            (Texts.MeetingAttendanceOnline, summary.Of(MeetingMode.Online).Attendance, reported.AttendanceOnline),
            (Texts.OpinionsInPerson, summary.Opinions.ToldInPerson, reported.OpinionsInPerson),
            (Texts.OpinionsOnline, summary.Opinions.ToldOnline, reported.OpinionsOnline),
        ];
        foreach (var (name, figure, by) in sums)
        {
            yield return [name, Figure(figure), by, reported.Communes];
        }

        yield return [Texts.MeetingAsOf, summary.At, null, null];
    }

    private static ImmutableArray<ExcelColumn> CommuneHeads() =>
    [
        new(Texts.ReportCommune, 26),
        new(Texts.MeetingPartOf, 22),
        new(Texts.ReportStatus, 18),
        .. FigureHeads(),
        new(Texts.MeetingLatest, 14),
        new(Texts.MeetingAsOf, 18),
    ];

    private static object?[] CommuneRow(CommuneMeetings line, MeetingSummary summary) =>
    [
        CommuneLabels.NameOf(line.Commune),
        line.PartOf?.Name,
        line.IsSilent ? Texts.MeetingSilent : Texts.MeetingTold,
        .. FigureRow(line.Tally, line.IsSilent),
        line.Latest,
        summary.At,
    ];

    private static ImmutableArray<ExcelColumn> DayHeads() =>
        [new(Texts.MeetingDay, 14), new(Texts.MeetingCommunes), .. FigureHeads()];

    private static object?[] DayRow(DayMeetings day) => [day.Day, day.Communes, .. FigureRow(day.Tally, isSilent: false)];

    private static IEnumerable<ExcelColumn> FigureHeads() =>
    [
        .. Enum.GetValues<MeetingKind>().Select(kind => new ExcelColumn(Labels.Of(kind), 16)),
        new(Texts.MeetingsInPerson, 18),
        new(Texts.MeetingAttendanceInPerson, 22),
        new(Texts.MeetingsOnline, 18),
        new(Texts.MeetingAttendanceOnline, 22),
        new(Texts.OpinionsInPerson, 22),
        new(Texts.OpinionsOnline, 22),
    ];

    /// <param name="isSilent">Nobody told anything: that is no meeting of which it was told that there was none.</param>
    private static IEnumerable<object?> FigureRow(CommuneTally tally, bool isSilent)
    {
        var (inPerson, online) = (tally.Of(MeetingMode.InPerson), tally.Of(MeetingMode.Online));
        return
        [
            .. Enum.GetValues<MeetingKind>().Select(kind => Held(tally.Kinds.Where(one => one.Kind == kind).Sum(one => one.Meetings))),
            Held(inPerson.Meetings),
            Figure(inPerson.Attendance),
            Held(online.Meetings),
            Figure(online.Attendance),
            Figure(tally.Opinions.ToldInPerson),
            Figure(tally.Opinions.ToldOnline),
        ];

        object Held(int meetings) => Figure(isSilent ? null : meetings);
    }

    private static object Figure(long? figure) => figure is { } told ? told : Texts.NotTold;
}
