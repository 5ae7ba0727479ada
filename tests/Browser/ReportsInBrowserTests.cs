using System.Net;
using Deque.AxeCore.Playwright;
using Dissemination.Reports.Periods;
using Dissemination.Tests.Web;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>The reports of weeks and months as people find, read, print and correct them.</summary>
public sealed class ReportsInBrowserTests(ReportSite reports, BrowserFixture browser) : IClassFixture<ReportSite>
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    [Theory]
    [InlineData("/reports", 360)]
    [InlineData("/reports", 1280)]
    [InlineData("/reports/periods/2026-w48", 360)]
    [InlineData("/reports/periods/2026-w48", 1280)]
    [InlineData("/reports/periods/2026-w48/1/en/report.html", 1280)]
    [InlineData("/reports/periods/2026-w48/correct", 360)]
    [InlineData("/reports/periods?lang=en", 360)]
    public async Task A_page_of_reports_is_sound_and_fits(string address, int width)
    {
        var page = await OpenAsync(address, width, Site.Staff);
        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
        Assert.Empty(found.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        if (Pictures is not null)
        {
            var name = string.Concat(address.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"period{name}-{width}.png"), FullPage = true });
        }
    }

    [Fact]
    public async Task A_report_is_printed_on_A4()
    {
        var page = await OpenAsync("/reports/periods/2026-w48", 1280, Site.Leader);
        var pages = PrintedPages.Of(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.InRange(pages.Sizes.Length, 2, 8);
        Assert.All(pages.Sizes, size => Assert.Equal(PrintedPages.A4, size));
    }

    [Theory]
    [InlineData("/reports/" + Site.Published)]
    [InlineData("/reports/periods/2026-w48")]
    public async Task A_report_is_five_screens_of_a_phone_at_most_until_more_is_asked_for(string address)
    {
        var page = await OpenAsync(address, 360, Site.Leader);

        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 500, 5 * 740);
    }

    [Fact]
    public async Task An_items_report_is_folded_by_commune_on_a_phone_and_one_table_on_paper()
    {
        var page = await OpenAsync($"/reports/{Site.Published}", 360, Site.Leader);
        var commune = page.Locator("details:has(summary:has-text('Búng Lao'))");
        var line = commune.Locator("li").First;
        await Assertions.Expect(page.Locator("table")).ToBeHiddenAsync();
        await Assertions.Expect(line).ToBeHiddenAsync();
        await commune.Locator("summary").ClickAsync();
        await Assertions.Expect(line).ToBeVisibleAsync();
        Assert.InRange((await line.InnerTextAsync()).Split(Texts.NotMeasured).Length, 1, 2);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator("table")).ToBeVisibleAsync();
        await Assertions.Expect(commune).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_the_report_of_a_week_folds_is_printed()
    {
        var page = await OpenAsync("/reports/periods/2026-w48", 360, Site.Leader);
        var communes = page.Locator("details:has(#communes) table");
        await Assertions.Expect(communes).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(communes).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reports_of_single_items_stand_one_tap_behind_those_of_weeks_and_months()
    {
        var page = await OpenAsync("/reports", 360, Site.Leader);
        var item = page.Locator($"a[href='/reports/{Site.Published}']");
        await Assertions.Expect(item).ToBeHiddenAsync();
        await page.ClickAsync("details.fold > summary");

        await Assertions.Expect(item).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Staff_have_a_report_counted_anew_and_both_editions_are_listed()
    {
        using var staff = reports.Site.Visit(Site.Staff);
        using var leader = reports.Site.Visit(Site.Leader);
        const string Form = "/reports/periods/2026-w48/correct";
        using var refused = await leader.GetAsync(Form);
        using var without = await staff.PostAsync(Form, Form, ("edition", "1"), ("reason", " "));
        using var corrected = await staff.PostAsync(Form, Form, ("edition", "1"), ("reason", "Thiếu một xã"));

        Assert.Equal(
            (HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found),
            (refused.StatusCode, without.StatusCode, corrected.StatusCode));
        var (_, list) = await leader.ReadAsync("/reports");
        var html = WebUtility.HtmlDecode(list);
        Assert.Contains("Thiếu một xã", html, StringComparison.Ordinal);
        Assert.Contains(new PeriodFile(new(ReportSite.Week, 1), "vi", PeriodFile.Html).Address, html, StringComparison.Ordinal);
        Assert.Contains(new PeriodFile(new(ReportSite.Week, 2), "vi", PeriodFile.Html).Address, html, StringComparison.Ordinal);
    }

    private async Task<IPage> OpenAsync(string address, int width, string person)
    {
        var site = reports.Site.Address.ToString();
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 740 }, BaseURL = site });
        await page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = person, Url = site }]);
        await page.GotoAsync(address);
        return page;
    }
}
