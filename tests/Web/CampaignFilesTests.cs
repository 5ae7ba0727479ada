using System.Globalization;
using System.Net;
using Dissemination.Problems;
using Dissemination.Tests.Problems;
using Dissemination.Web.Pages.Campaign;

namespace Dissemination.Tests.Web;

/// <summary>What the campaign hands out as Excel, opened with another library than the one that wrote it.</summary>
public sealed class CampaignFilesTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", 3)]
    [InlineData("?language=blt-Tavt", 0)]
    [InlineData("?topic=macadamia", 0)]
    public async Task The_book_of_the_campaign_has_a_sheet_a_table_and_each_says_what_its_CSV_says(string filter, int meetings)
    {
        using var leader = site.Visit(Site.Leader);
        var book = ReadBook.Of(await FileAsync(leader, $"/campaign.xlsx{filter}"));

        // Meetings are not added up by language or topic: sums of all would be taken for those of the one that was asked for.
        Assert.Equal(1 + CampaignTables.Names.Length + meetings, book.Sheets.Length);
        foreach (var (name, at) in CampaignTables.Names.Select((name, at) => (name, at)))
        {
            book.AssertSameAsCsv(1 + at, await FileAsync(leader, $"/campaign/{name}.csv{filter}"));
        }
    }

    [Fact]
    public async Task Its_first_sheet_says_what_it_is_of_which_days_and_in_how_many_communes_it_was_measured()
    {
        using var leader = site.Visit(Site.Leader);
        var about = ReadBook.Of(await FileAsync(leader, "/campaign.xlsx?language=blt-Tavt")).Sheets[0].Rows;

        Assert.Contains(about, row => row[0] == Texts.CampaignPeriod && row[1].Contains("30", StringComparison.Ordinal));
        Assert.Contains(about, row => row[0] == Texts.ReportLanguage && row[1].Contains("Thái", StringComparison.Ordinal));
        Assert.Contains(about, row => row[0] == Texts.CampaignMeasuredCommunes && row[1].Contains('/', StringComparison.Ordinal));
        Assert.Contains(about, row => row[0] == Texts.FileFiguresOf && row[1].Contains("/2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_measured_is_words_in_Excel_too()
    {
        using var leader = site.Visit(Site.Leader);
        var reach = ReadBook.Of(await FileAsync(leader, "/campaign/reach.xlsx")).Sheets[0].Rows;

        Assert.True(reach.Length > 1);
        Assert.Contains(Texts.NotMeasured, reach.Skip(1).SelectMany(row => row));
        Assert.All(reach.Skip(1), row => Assert.DoesNotContain("", row));
    }

    [Fact]
    public async Task How_long_something_took_is_a_number_of_minutes_in_files_and_the_head_says_so()
    {
        using var leader = site.Visit(Site.Leader);
        var times = ReadBook.Of(await FileAsync(leader, "/campaign/times.xlsx")).Sheets[0].Rows;

        Assert.True(times.Length > 1);
        foreach (var column in (int[])[2, 3])
        {
            Assert.EndsWith("(phút)", times[0][column], StringComparison.Ordinal);
            Assert.All(times.Skip(1), row => Assert.True(int.TryParse(row[column], CultureInfo.InvariantCulture, out _), row[column]));
        }
    }

    [Theory]
    [InlineData("/campaign/communes/bung-lao", 1)]
    [InlineData("/reports/" + Site.Published, 1)]
    [InlineData("/campaign/communes/bung-lao/results", 0)]
    public async Task A_commune_and_an_item_have_the_same_in_both_files(string address, int sheet)
    {
        using var leader = site.Visit(Site.Leader);

        ReadBook.Of(await FileAsync(leader, $"{address}.xlsx")).AssertSameAsCsv(sheet, await FileAsync(leader, $"{address}.csv"));
    }

    [Fact]
    public async Task Communicators_read_the_results_of_their_own_commune_alone_with_a_script_to_read_aloud()
    {
        using var own = site.Visit(Site.Communicator);
        var (status, html) = await own.ReadAsync("/campaign/communes/bung-lao/results");
        var (foreign, _) = await own.ReadAsync("/campaign/communes/na-bung/results");
        var (_, tasks) = await own.ReadAsync("/hand-tasks");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (status, foreign));
        var script = html[html.IndexOf("id=\"script\"", StringComparison.Ordinal)..html.IndexOf("</section>", StringComparison.Ordinal)];
        var words = WebUtility.HtmlDecode(script);
        Assert.Contains("Kính thưa bà con!", words, StringComparison.Ordinal);
        Assert.Contains("Trong ba mươi ngày qua, bà con xã Búng Lao đã được nghe", words, StringComparison.Ordinal);
        Assert.Contains("/campaign/communes/bung-lao/results", tasks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_of_an_item_is_handed_out_as_it_was_written()
    {
        using var leader = site.Visit(Site.Leader);
        using var answer = await leader.GetAsync($"/reports/{Site.Published}.xlsx");

        Assert.Equal(ExcelBook.ContentType, answer.Content.Headers.ContentType!.MediaType);
        var (_, html) = await leader.ReadAsync($"/reports/{Site.Published}");
        Assert.Contains($"href=\"{Site.Published}.xlsx\"", html, StringComparison.Ordinal);
    }

    private static async Task<byte[]> FileAsync(Visitor visitor, string address)
    {
        using var file = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        return await file.Content.ReadAsByteArrayAsync(Cancellation);
    }
}
