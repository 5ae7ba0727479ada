using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Campaign;

namespace Dissemination.Reports.Periods;

/// <summary>
/// The figures of a period as they were when its report was written: the items that were approved in it, and the meetings and opinions of
/// its days. They are kept, and every file of the report is made from them alone.
/// </summary>
internal sealed record PeriodFigures
{
    public required ReportPeriod Period { get; init; }

    public required int Edition { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The report that it is compared with; null where there was none.</summary>
    public PeriodEdition? Before { get; init; }

    /// <summary>Who corrected the report, and why; null for what the timer wrote.</summary>
    public PersonId? By { get; init; }

    public string? Reason { get; init; }

    public required PeriodTotals Totals { get; init; }

    public ImmutableArray<PeriodLine> Communes { get; init; } = [];

    public ImmutableArray<PeriodLine> Languages { get; init; } = [];

    public ImmutableArray<PeriodTopic> Topics { get; init; } = [];

    public ImmutableArray<PeriodChannel> Channels { get; init; } = [];

    /// <summary>Counts a period: a pure function.</summary>
    /// <param name="input">The items that were approved in it, all languages and topics.</param>
    public static PeriodFigures Of(PeriodEdition edition, CampaignInput input, MeetingSummary meetings)
    {
        var report = CampaignFigures.Of(input);
        var cells = report.Cells;
        return new()
        {
            Period = edition.Period,
            Edition = edition.Edition,
            At = input.Now,
            Totals = TotalsOf(report, cells.Count(cell => cell.IsLate), meetings),
            Communes = [.. report.Board.Select(LineOf)],
            Languages =
            [
                .. report.Languages
                    .Select(language => (Tag: language, Cells: cells.Where(cell => cell.Language == language).ToList()))
                    .Select(each => new PeriodLine(
                        each.Tag.Value,
                        each.Tag.Value,
                        each.Cells.Sum(cell => cell.Figures.Expected),
                        each.Cells.Sum(cell => cell.Figures.Done),
                        each.Cells.Sum(cell => cell.Figures.OnTime))),
            ],
            Topics =
            [
                .. report.Topics.Select(row => new PeriodTopic(row.Topic.Code, row.Topic.Kind, row.Topic.Text, row.Items, row.Communes)),
            ],
            Channels =
            [
                .. report.Reach.Select(row => new PeriodChannel(
                    row.Channel, row.Posts, row.Measured, row.Communes, row.CommunesMeasured, row.Opens)),
            ],
        };
    }

    private static PeriodLine LineOf(BoardRow row) => new(
        row.Commune.Id.Value,
        row.IsPart ? $"↳ {row.Commune.Name}" : row.Commune.Name,
        row.Expected,
        row.Done,
        row.OnTime)
    {
        IsGone = row.Commune.IsGone,
    };

    private static PeriodTotals TotalsOf(CampaignReport report, int late, MeetingSummary meetings)
    {
        var (inPerson, online) = (meetings.Of(MeetingMode.InPerson), meetings.Of(MeetingMode.Online));
        return new(
            report.Items,
            report.Expected,
            report.Done,
            report.OnTime,
            late,
            report.Communes.Count(),
            report.CommunesOwing,
            report.ByStage.GetValueOrDefault(CampaignStage.Done),
            report.CommunesMeasured,
            report.Topics.Length,
            report.Topics.Count(row => row.Items > 0),
            Figures.Sum(report.Reach.Select(row => row.Opens)))
        {
            CommunesTold = meetings.Reported.Any,
            MeetingsInPerson = inPerson.Meetings,
            MeetingsOnline = online.Meetings,
            AttendanceInPerson = inPerson.Attendance,
            AttendanceOnline = online.Attendance,
            OpinionsInPerson = meetings.Opinions.ToldInPerson,
            OpinionsOnline = meetings.Opinions.ToldOnline,
        };
    }
}
