namespace Dissemination.Reports.Periods;

/// <summary>One writing of a period's report; a correction is the next one.</summary>
internal sealed record PeriodEdition(ReportPeriod Period, int Edition);
