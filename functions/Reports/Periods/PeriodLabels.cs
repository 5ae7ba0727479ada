namespace Dissemination.Reports.Periods;

/// <summary>A period in the reader's words.</summary>
internal static class PeriodLabels
{
    public static string Of(ReportPeriod period) => period.IsWeek
        ? TextFormat.Fill(Texts.PeriodWeek, period.Number, period.Year, LocalTime.Text(period.From), LocalTime.Text(period.To))
        : TextFormat.Fill(Texts.CampaignMonth, period.Number, period.Year);
}
