using Dissemination.Directory;
using Dissemination.Reports.Periods;

namespace Dissemination.Tests.Reports.Periods;

/// <summary>What changed since the report before: a difference of two records of figures.</summary>
public sealed class PeriodTablesTests
{
    [Fact]
    public void A_change_is_told_where_both_figures_are_there_and_nowhere_else()
    {
        var table = new PeriodTables(Figures(done: 12, opens: 30, opinions: null), Figures(done: 20, opens: null, opinions: 5)).All[0];

        Assert.Equal($"{Texts.CampaignDone} 12 20 -8", Row(table, Texts.CampaignDone));
        Assert.Equal($"{Texts.ReportLinkOpens} 30 {Texts.NotMeasured} {Texts.PeriodNone}", Row(table, Texts.ReportLinkOpens));
        Assert.Equal($"{Texts.OpinionsInPerson} {Texts.NotTold} 5 {Texts.PeriodNone}", Row(table, Texts.OpinionsInPerson));
    }

    [Fact]
    public void The_first_report_has_nothing_to_compare_with()
    {
        var table = new PeriodTables(Figures(done: 12, opens: 30, opinions: 1), before: null).All[0];

        Assert.All(table.Rows, row => Assert.Equal([Texts.PeriodNone, Texts.PeriodNone], row.TakeLast(2).Select(cell => cell.ToString())));
    }

    [Fact]
    public void A_page_compares_only_with_a_report_that_was_there()
    {
        var now = Figures(done: 12, opens: 30, opinions: 1);

        Assert.Equal(
            [
                $"{Texts.MeetingFigure}, {Texts.PeriodThis}",
                $"{Texts.ReportCommune}, {Texts.CampaignExpected}, {Texts.CampaignOnTime}, {Texts.CampaignDone}",
            ],
            Shown(new(now, before: null, "vi")).Take(2));
        Assert.Equal(
            $"{Texts.MeetingFigure}, {Texts.PeriodThis}, {Texts.PeriodLast}, {Texts.PeriodChange}", Shown(new(now, now, "vi")).First());
        Assert.All(Shown(new(now, before: null, "vi")), columns => Assert.DoesNotContain(Texts.PeriodChange, columns, StringComparison.Ordinal));
    }

    [Fact]
    public void What_grew_says_so()
    {
        var table = new PeriodTables(Figures(done: 1_240, opens: 0, opinions: 0), Figures(done: 0, opens: 0, opinions: 0)).All[0];
        var row = table.Rows.Single(row => (string)row[0] == Texts.CampaignDone);

        Assert.Equal("+1.240", table.Shown(row[3], 3));
        Assert.Equal("1.240", table.Shown(row[1], 1));
    }

    [Fact]
    public void A_commune_that_was_not_there_before_has_no_change()
    {
        var now = Figures(done: 3, opens: 0, opinions: 0) with
        {
            Communes = [new("a", "A", 4, 3, 2), new("b", "B", 1, 0, 0)],
        };
        var before = now with { Communes = [new("a", "A", 4, 1, 1)] };
        var table = new PeriodTables(now, before).All.Single(table => table.Name == "communes");

        Assert.Equal(
            ["A 4 2 3 1 2", $"B 1 0 0 {Texts.PeriodNone} {Texts.PeriodNone}"], table.Rows.Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void How_many_communes_were_measured_is_said_in_words_that_no_spreadsheet_takes_for_a_day()
    {
        var now = Figures(done: 3, opens: 0, opinions: 0) with { Channels = [new(ChannelKind.Facebook, 12, 9, 12, 5, 3)] };
        var table = new PeriodTables(now, before: null).All.Single(table => table.Name == "channels");

        Assert.Equal("5 trong 12", Assert.Single(table.Rows)[2]);
    }

    private static IEnumerable<string> Shown(PeriodReportModel page) =>
        page.Tables.Select(table => string.Join(", ", page.ColumnsOf(table).Select(at => table.Columns[at])));

    private static string Row(PeriodTable table, string name) =>
        string.Join(' ', table.Rows.Single(row => (string)row[0] == name));

    private static PeriodFigures Figures(int done, long? opens, long? opinions) => new()
    {
        Period = new("2026-w48"),
        Edition = 1,
        At = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero),
        Totals = new(4, 40, done, 2, 1, 45, 40, 3, 2, 35, 5, opens) { OpinionsInPerson = opinions },
    };
}
