using System.Globalization;
using Deque.AxeCore.Playwright;
using Dissemination.Tests.Problems;
using Dissemination.Tests.Reach.Quarter;
using Dissemination.Tests.Web;
using Dissemination.Web.Pages.Campaign;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>
/// The seven questions of leadership, over a quarter with everything that goes wrong in one: each is answered from the page of the campaign
/// in two taps at most, with the figures that the records say, on a phone and on a desk.
/// </summary>
[Collection(TheQuarter.Name)]
public sealed class LeaderQuestionsTests(QuarterSite site, BrowserFixture browser)
{
    private const int Phone = 360;
    private const int Desk = 1280;

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    private readonly PlainTables _plain = new QuarterCheck(site).Plain(new());

    public static TheoryData<int> Widths => [Phone, Desk];

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Has_every_commune_carried_it_in_each_language(int width)
    {
        var page = await OpenAsync(width);
        var stages = _plain.Stages.ToList();
        var done = stages.Count(stage => stage is Dissemination.Reach.Summary.CampaignStage.Done);
        await SeesAsync(page, "#summary", TextFormat.Fill(Texts.CampaignSayDone, done, stages.Count));
        await page.ClickAsync("main nav a[href='#board']");
        await SeesAsync(page, "#board table", "Đen");
        await Assertions.Expect(page.Locator("#board tbody tr")).ToHaveCountAsync(_plain.Find("board", []).Count());
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task How_long_from_the_approval_to_the_post(int width)
    {
        var page = await OpenAsync(width);
        await page.ClickAsync("main nav a[href='#times']");
        var row = _plain.Find("times", []).First();
        await SeesAsync(page, "#times tbody tr:first-child td:nth-child(3)", row[2]);
        await SeesAsync(page, "#times tbody tr:first-child td:nth-child(4)", row[3]);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task What_is_waiting_where_and_on_whom(int width)
    {
        var page = await OpenAsync(width);
        var oldest = _plain.Find("owed", []).First();
        var first = page.Locator(".worst li").First;
        await first.ScrollIntoViewIfNeededAsync();
        foreach (var words in (string[])[oldest[0], oldest[1], oldest[3]])
        {
            await Assertions.Expect(first).ToContainTextAsync(words);
        }

        await page.ClickAsync("#worst a[href='#owed']");
        await SeesAsync(page, "#owed tbody tr:first-child th", oldest[0]);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Which_targets_tasks_and_breakthroughs_have_been_covered_where(int width)
    {
        var page = await OpenAsync(width);
        await page.ClickAsync("main nav a[href='#topics']");
        await SeesAsync(page, "#topics tbody tr:first-child td.bad", Texts.CampaignNeverSpoken);
        var last = page.Locator("#topics tbody tr").Last.Locator("th a");
        await last.ClickAsync();
        await Assertions.Expect(page.Locator("#summary")).ToBeInViewportAsync();
        Assert.Contains("topic=", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task How_many_were_reached_and_by_what(int width)
    {
        var page = await OpenAsync(width);
        await page.ClickAsync("main nav a[href='#reach']");
        foreach (var row in _plain.Find("reach", []))
        {
            await Assertions.Expect(page.Locator("#reach tbody tr").Filter(new() { HasText = row[0] })).ToContainTextAsync(row[1]);
        }

        await Assertions.Expect(page.Locator("#reach tbody th").First).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#reach")).ToContainTextAsync(Texts.NotMeasured);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task How_many_in_person_and_online_side_by_side(int width)
    {
        var page = await OpenAsync(width);
        var from = LocalTime.DayOf(QuarterPlan.End).AddDays(-29);
        var totals = (await PlainMeetings.ReadAsync(site, new(from, null))).Totals().ToList();
        var told = page.Locator("#told");
        await told.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(told.Locator("tbody tr").First.Locator("td")).ToHaveTextAsync(totals[^3][1..]);
        await told.Locator("a").ClickAsync();
        await Assertions.Expect(page.Locator("#meetings-heading")).ToBeInViewportAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task What_failed_and_why(int width)
    {
        var page = await OpenAsync(width);
        await page.ClickAsync("main nav a[href='#failures']");
        var most = _plain.Find("failures", [])
            .Max(row => int.Parse(row[2].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        await SeesAsync(page, "#failures tbody tr:first-child td.number", LocalTime.Number(most));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_page_is_sound_short_until_more_is_asked_for_and_fits_its_screen(int width)
    {
        var page = await OpenAsync(width);
        await SoundAsync(page, "campaign", width);
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 500, width == Phone ? 5_500 : 3_200);
        await page.GotoAsync($"/campaign/communes/{site.After.Successor(site.Gone)}?month=2026-12");
        await SoundAsync(page, "commune", width);
        await page.GotoAsync($"/items/{site.Items[0].Item.Id}");
        await SoundAsync(page, "item", width);
        await page.GotoAsync($"/reports/{site.Items[0].Item.Id}.html");
        await SoundAsync(page, "report", width);
    }

    [Fact]
    public async Task On_a_phone_the_chart_of_days_opens_at_the_newest()
    {
        var page = await OpenAsync(Phone);

        Assert.True(await page.Locator(".newest").EvaluateAsync<bool>(
            """
            part => {
              const [all, last] = [part.getBoundingClientRect(), [...part.querySelectorAll('text')].at(-1).getBoundingClientRect()];
              return part.scrollWidth > part.clientWidth && last.left >= all.left && last.left < all.right;
            }
            """));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task One_tap_brings_an_Excel_file_with_a_sheet_a_table(int width)
    {
        var page = await OpenAsync(width);
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("main a[href*='/campaign.xlsx']"));
        var book = ReadBook.Of(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));

        Assert.Contains(book.Sheets, sheet => sheet.Rows.Any(row => row.Contains(Texts.CampaignNeverSpoken)));
        Assert.True(book.Sheets.Length > CampaignTables.Names.Length);
    }

    [Fact]
    public async Task Printed_it_is_some_pages_of_A4_with_every_table()
    {
        var page = await OpenAsync(Desk);
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.StartsWith("%PDF", pdf, StringComparison.Ordinal);
        Assert.InRange(pdf.Split("/Type /Page\n").Length - 1, 3, 40);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var name in CampaignTables.Names)
        {
            await Assertions.Expect(page.Locator($"#{name}")).ToBeVisibleAsync();
        }
    }

    private static async Task SeesAsync(IPage page, string what, string words)
    {
        await Assertions.Expect(page.Locator(what)).ToContainTextAsync(words);
        await Assertions.Expect(page.Locator(what)).ToBeInViewportAsync();
    }

    private static async Task SoundAsync(IPage page, string name, int width)
    {
        if (Pictures is { Length: > 0 })
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"quarter-{name}-{width}.png"), FullPage = true });
        }

        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
        Assert.Empty(found.Select(violation => $"{name}: {violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
    }

    private async Task<IPage> OpenAsync(int width)
    {
        var page = await browser.NewPageAsync(
            new() { ViewportSize = new() { Width = width, Height = 740 }, BaseURL = site.Address.ToString() });
        await page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = Site.Leader, Url = site.Address.ToString() }]);
        await page.GotoAsync("/campaign");
        return page;
    }
}
