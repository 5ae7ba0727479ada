using System.Globalization;
using Dissemination.Reports.Periods;

namespace Dissemination.Tests.Reports.Periods;

public sealed class ReportPeriodTests
{
    [Theory]
    [InlineData("2026-w48", "2026-11-23", "2026-11-29", "2026-w49", "2026-w47")]
    [InlineData("2026-w53", "2026-12-28", "2027-01-03", "2027-w01", "2026-w52")]
    [InlineData("2026-11", "2026-11-01", "2026-11-30", "2026-12", "2026-10")]
    [InlineData("2028-02", "2028-02-01", "2028-02-29", "2028-03", "2028-01")]
    public void A_period_has_its_days_and_its_neighbours(string id, string from, string to, string next, string previous)
    {
        var period = ReportPeriod.Parse(id, null);

        Assert.Equal((Day(from), Day(to)), (period.From, period.To));
        Assert.Equal((next, previous), (period.Next.Value, period.Previous.Value));
        Assert.Equal(period, period.IsWeek ? ReportPeriod.WeekOf(period.To) : ReportPeriod.MonthOf(period.To));
    }

    [Theory]
    [InlineData("2026-w54")]
    [InlineData("2027-w53")]
    [InlineData("2026-w00")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("1926-11")]
    [InlineData("2026-W48")]
    [InlineData("nghi-quyet")]
    [InlineData("")]
    public void What_is_no_week_and_no_month_is_not_taken_for_one(string text) => Assert.False(ReportPeriod.TryParse(text, null, out _));

    /// <summary>Monday 30 November 2026, six in the morning in the province, is 23:00 of the day before in UTC.</summary>
    [Theory]
    [InlineData("2026-11-29T22:59:00Z", null, null, "2026-w47 2026-10")]
    [InlineData("2026-11-29T23:00:00Z", null, null, "2026-w48 2026-10")]
    [InlineData("2026-11-29T23:00:00Z", "2026-w48", "2026-10", "")]
    [InlineData("2026-11-30T23:00:00Z", "2026-w48", "2026-10", "2026-11")]
    [InlineData("2026-12-20T23:00:00Z", "2026-w48", "2026-11", "2026-w49 2026-w50 2026-w51")]
    public void What_is_over_and_has_no_report_is_due_in_the_morning_after_it(string now, string? week, string? month, string due)
    {
        var written = new PeriodsWritten(week is null ? null : new(week), month is null ? null : new(month));

        Assert.Equal(due, string.Join(' ', PeriodDecisions.Due(written, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
