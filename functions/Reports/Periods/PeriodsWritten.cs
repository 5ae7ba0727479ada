namespace Dissemination.Reports.Periods;

/// <summary>The newest week and the newest month that have a report: whoever writes the next one replaces this.</summary>
internal sealed record PeriodsWritten(ReportPeriod? Week = null, ReportPeriod? Month = null)
{
    public static readonly PeriodsWritten None = new();

    public PeriodsWritten With(ReportPeriod period) => period.IsWeek ? this with { Week = period } : this with { Month = period };
}
