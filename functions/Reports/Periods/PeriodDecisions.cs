using System.Collections.Immutable;

namespace Dissemination.Reports.Periods;

/// <summary>Which reports are to be written: pure functions.</summary>
internal static class PeriodDecisions
{
    /// <summary>
    /// When the day begins on which a report of the days before is written: offices open later, and by then it was collected what channels
    /// told of the last evening.
    /// </summary>
    private static readonly TimeSpan Morning = TimeSpan.FromHours(6);

    /// <summary>Of so many periods that went by while the program was away reports are written at once; the next tick writes more.</summary>
    private const int AtOnce = 6;

    /// <summary>The periods that are over and have no report, the oldest first. Where there was none at all, the newest alone.</summary>
    public static ImmutableArray<ReportPeriod> Due(PeriodsWritten written, DateTimeOffset now)
    {
        var day = LocalTime.DayOf(now - Morning);
        return
        [
            .. Due(written.Week, ReportPeriod.WeekOf(day).Previous),
            .. Due(written.Month, ReportPeriod.MonthOf(day).Previous),
        ];
    }

    /// <summary>Whether it was written later than the morning after its period.</summary>
    public static bool IsLate(ReportPeriod period, DateTimeOffset at) => LocalTime.DayOf(at - Morning) > period.To.AddDays(1);

    private static IEnumerable<ReportPeriod> Due(ReportPeriod? last, ReportPeriod newest)
    {
        var period = last?.Next ?? newest;
        for (var left = AtOnce; left > 0 && period.From <= newest.From; left--, period = period.Next)
        {
            yield return period;
        }
    }
}
