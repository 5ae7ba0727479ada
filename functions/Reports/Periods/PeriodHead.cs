using Dissemination.Directory;

namespace Dissemination.Reports.Periods;

/// <summary>A line of the list of reports.</summary>
/// <param name="By">Who corrected it; null for what the timer wrote.</param>
/// <param name="Reason">Why it was corrected.</param>
internal sealed record PeriodHead(
    ReportPeriod Period,
    int Edition,
    DateTimeOffset At,
    int Items,
    int Expected,
    int Done,
    int OnTime,
    PersonId? By = null,
    string? Reason = null)
{
    public static PeriodHead Of(PeriodFigures figures) => new(
        figures.Period,
        figures.Edition,
        figures.At,
        figures.Totals.Items,
        figures.Totals.Expected,
        figures.Totals.Done,
        figures.Totals.OnTime,
        figures.By,
        figures.Reason);
}
