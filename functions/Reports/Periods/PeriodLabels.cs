using System.Globalization;

namespace Dissemination.Reports.Periods;

/// <summary>A period in the reader's words.</summary>
internal static class PeriodLabels
{
    public static string Of(ReportPeriod period) => period.IsWeek
        ? Format(Texts.PeriodWeek, period.Number, period.Year, LocalTime.Text(period.From), LocalTime.Text(period.To))
        : Format(Texts.CampaignMonth, period.Number, period.Year);

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.CurrentCulture, format, values);
}
