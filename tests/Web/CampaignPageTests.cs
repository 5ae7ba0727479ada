using System.Net;
using System.Text.RegularExpressions;
using Dissemination.Reports;
using Dissemination.Reports.Campaign;

namespace Dissemination.Tests.Web;

/// <summary>The campaign as leadership reads it.</summary>
public sealed partial class CampaignPageTests(Site site) : IClassFixture<Site>
{
    private const RegexOptions Quick = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Tables => ["board", "owed", "topics", "times", "days", "reach", "failures"];

    [Fact]
    public async Task Leaders_begin_with_the_campaign_and_staff_find_it()
    {
        using var leader = site.Visit(Site.Leader);
        using var staff = site.Visit(Site.Staff);

        Assert.Matches("<nav[^>]*>\\s*<ul>\\s*<li><a href=\"/campaign\"", (await leader.ReadAsync("/items")).Html);
        Assert.Contains("<a href=\"/campaign\"", (await staff.ReadAsync("/items")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task The_page_and_the_file_of_a_table_say_the_same(string name)
    {
        using var leader = site.Visit(Site.Leader);
        var (_, html) = await leader.ReadAsync("/campaign");
        using var file = await leader.GetAsync($"/campaign/{name}.csv");
        var csv = await file.Content.ReadAsStringAsync(Cancellation);
        var shown = CellsIn(html, name);

        Assert.Equal((HttpStatusCode.OK, "text/csv"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        var lines = csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.NotEmpty(lines);
        Assert.Equal(name is "owed" ? Math.Min(50, lines.Count) : lines.Count, shown.Count);
        foreach (var (line, row) in lines.Zip(shown))
        {
            // How long something waits is told to people beside the instant, which files hold alone; how long it took is minutes there.
            var told = row.Select(cell => Minutes().Replace(Instant().Replace(cell, "${at}"), "${minutes}"));
            Assert.Equal(Plain(string.Concat(Cells(line))), Plain(string.Concat(told)));
        }
    }

    [Fact]
    public async Task The_three_numbers_are_those_of_the_board_and_what_is_not_measured_says_so()
    {
        using var leader = site.Visit(Site.Leader);
        var (_, html) = await leader.ReadAsync("/campaign");
        var report = CampaignFigures.Of(await site.Get<CampaignReader>().ReadAsync(new(), Cancellation));

        var figures = Figure().Matches(html).Select(match => match.Groups["figure"].Value).ToList();
        Assert.Equal([LocalTime.Number(report.Expected), LocalTime.Number(report.Done), LocalTime.Number(report.OnTime)], figures);
        Assert.True(report.Expected > report.Done && report.Done > 0);
        Assert.Contains("chưa đo", html, StringComparison.Ordinal);
        Assert.Contains("chưa nói đến", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_leads_to_on_whom_it_waits_and_since_when()
    {
        using var leader = site.Visit(Site.Leader);

        var (status, html) = await leader.ReadAsync("/campaign/communes/na-bung?language=hmn-Latn-x-chv");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Người d", html, StringComparison.Ordinal);
        Assert.Matches("\\d+ (phút|giờ|ngày) \\(từ \\d\\d/\\d\\d/2026", html);
    }

    [Fact]
    public async Task Each_filter_has_an_address_and_holds_for_everything_on_the_page()
    {
        using var leader = site.Visit(Site.Leader);

        var (_, thai) = await leader.ReadAsync("/campaign?language=blt-Tavt&topic=macadamia");
        var (_, other) = await leader.ReadAsync("/campaign?month=2026-01");

        Assert.Contains("/campaign/owed.csv?language=blt-Tavt&amp;topic=macadamia", thai, StringComparison.Ordinal);
        Assert.Equal(2, Chosen().Count(thai));
        var (_, narrowed) = await leader.ReadAsync("/campaign?month=all&channel=facebook&commune=bung-lao");
        Assert.Equal(3, Chosen().Count(narrowed));
        Assert.Contains(
            "/campaign/owed.csv?month=all&amp;channel=facebook&amp;commune=bung-lao", narrowed, StringComparison.Ordinal);
        Assert.DoesNotContain("/campaign/communes/na-bung", narrowed, StringComparison.Ordinal);
        Assert.Contains("chưa có tin bài nào được duyệt", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_leads_to_the_campaign_narrowed_to_it_and_back()
    {
        using var leader = site.Visit(Site.Leader);
        var (_, commune) = await leader.ReadAsync("/campaign/communes/bung-lao");
        var item = OfItem().Match(commune).Groups["item"].Value;

        var (status, html) = await leader.ReadAsync($"/campaign?item={item}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"<a href=\"/items/{item}\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/campaign\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_that_told_of_no_meeting_has_no_number_of_them()
    {
        using var leader = site.Visit(Site.Leader);

        var (_, html) = await leader.ReadAsync("/campaign/communes/na-bung/results");

        Assert.Contains($"<dt>{Texts.MeetingsInPerson}</dt><dd>{Texts.NotTold}</dd>", html, StringComparison.Ordinal);
        Assert.Contains($"<dt>{Texts.MeetingsOnline}</dt><dd>{Texts.NotTold}</dd>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_has_a_tile_for_each_commune_that_leads_to_it_and_says_its_stage()
    {
        using var leader = site.Visit(Site.Leader);
        var (_, html) = await leader.ReadAsync("/campaign");

        Assert.Equal(45, Tile().Count(html));
        Assert.Contains("aria-label=\"Xã Búng Lao: ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task White_tiles_are_explained_and_counted()
    {
        using var leader = site.Visit(Site.Leader);
        var (_, html) = await leader.ReadAsync("/campaign?language=blt-Tavt");

        var white = html.Split("<li><a class=\"none\"").Length - 1;
        Assert.InRange(white, 1, 44);
        Assert.Contains(
            $"<span class=\"dot none\"></span>{Texts.CampaignNothingOwed} <strong>{white}</strong>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_of_titles_are_headed_by_the_word_for_items()
    {
        using var leader = site.Visit(Site.Leader);
        foreach (var address in (string[])["/campaign/communes/bung-lao", "/campaign/communes/bung-lao/results"])
        {
            Assert.Contains($">{Texts.CampaignItems}</th>", (await leader.ReadAsync(address)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_reads_storage_at_most_ten_times()
    {
        var (_, transactions) = await CountedTransactions.OfAsync(() => site.Get<CampaignReader>().ReadAsync(new(), Cancellation));

        Assert.InRange(transactions, 1, 10);
    }

    [Fact]
    public async Task Staff_have_the_figures_counted_anew_and_they_stay_the_same()
    {
        using var staff = site.Visit(Site.Staff);
        var before = await FiguresAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/campaign/rebuild");
        request.Headers.Add("X-Acting-Person", Site.Staff);
        using var answer = await staff.SendAsync(request);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await site.Get<ReportWriter>().WriteDueAsync(Cancellation);
        Assert.Equal(before, await FiguresAsync());
    }

    private async Task<(int Expected, int Done, int OnTime)> FiguresAsync()
    {
        var report = CampaignFigures.Of(await site.Get<CampaignReader>().ReadAsync(new(), Cancellation));
        return (report.Expected, report.Done, report.OnTime);
    }

    private static List<List<string>> CellsIn(string html, string table)
    {
        var section = html[html.IndexOf($"<div id=\"{table}\"", StringComparison.Ordinal)..];
        section = section[section.IndexOf("<tbody>", StringComparison.Ordinal)..section.IndexOf("</tbody>", StringComparison.Ordinal)];
        return [.. section.Split("</tr>").SkipLast(1)
            .Select(row => Cell().Matches(row).Select(cell => WebUtility.HtmlDecode(Tag().Replace(cell.Groups["cell"].Value, ""))).ToList())];
    }

    private static IEnumerable<string> Cells(string line) => line.Split(',').Select(cell => cell.Trim('"'));

    /// <summary>Figures without the dots of people, words without the spaces and signs that only one of both has.</summary>
    private static string Plain(string text) => NotSaid().Replace(text, "");

    [GeneratedRegex("<dd>(?<figure>[^<]*)</dd>", Quick)]
    private static partial Regex Figure();

    [GeneratedRegex("<t[dh][^>]*>(?<cell>.*?)</t[dh]>", Quick | RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]+>", Quick)]
    private static partial Regex Tag();

    [GeneratedRegex("/campaign\\?item=(?<item>[a-z0-9-]+)", Quick)]
    private static partial Regex OfItem();

    [GeneratedRegex("<a href=\"/campaign/communes/[^\"]+\" aria-label", Quick)]
    private static partial Regex Tile();

    [GeneratedRegex("<option value=\"[^\"]+\" selected", Quick)]
    private static partial Regex Chosen();

    [GeneratedRegex("^[^(]*\\(từ (?<at>[0-9]{2}/[0-9]{2}/[0-9]{4} [0-9]{2}:[0-9]{2})\\)$", Quick)]
    private static partial Regex Instant();

    [GeneratedRegex("^(?<minutes>[0-9]+) phút$", Quick)]
    private static partial Regex Minutes();

    [GeneratedRegex("[\\s.,\"]", Quick)]
    private static partial Regex NotSaid();
}
