using Dissemination.Tests.Web;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>What leadership asks, answered from the page of the campaign, on a phone and on a desk.</summary>
public sealed class CampaignInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    private const int Phone = 360;
    private const int Desk = 1280;

    /// <summary>A question, the link that is tapped first (none where the page itself answers), and what is then seen.</summary>
    public static TheoryData<int, string?, string> Questions
    {
        get
        {
            TheoryData<int, string?, string> all = [];
            foreach (var width in (int[])[Phone, Desk])
            {
                all.Add(width, null, "#summary strong"); // Has every commune carried it?
                all.Add(width, "main nav a[href='#board']", "#board tbody td a"); // In each language that its people speak?
                all.Add(width, "main nav a[href='#times']", "#times tbody td"); // How long from the approval to the post?
                all.Add(width, "main nav a[href='#owed']", "#owed tbody td"); // What waits, where and on whom?
                all.Add(width, "main nav a[href='#topics']", "#topics td.bad"); // What was never spoken of?
                all.Add(width, "main nav a[href='#reach']", "#reach tbody td"); // How many were reached, by what?
                all.Add(width, "main nav a[href='#failures']", "#failures tbody td"); // What failed, and why?
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_of_leadership_is_answered_with_one_tap_at_most(int width, string? tap, string answer)
    {
        var page = await OpenAsync(width);
        if (tap is not null)
        {
            await page.ClickAsync(tap);
        }

        await Assertions.Expect(page.Locator(answer).First).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Desk)]
    public async Task On_whom_a_commune_waits_and_since_when_is_one_tap_away_from_the_map_and_from_the_table(int width)
    {
        var page = await OpenAsync(width);
        await page.Locator(".tiles a:visible, .tilelist a:visible").First.ClickAsync();
        await Assertions.Expect(page.Locator("#commune tbody tr").First).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.ClickAsync("main nav a[href='#board']");
        await page.Locator("#board tbody td a").First.ClickAsync();
        await Assertions.Expect(page.Locator("#commune thead th").Nth(3)).ToHaveTextAsync("Đang chờ");
    }

    [Fact]
    public async Task A_printed_page_has_all_tables_with_repeated_heads_and_nothing_to_tap()
    {
        var page = await OpenAsync(Desk);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(
            "table-header-group",
            await page.Locator("#board thead").EvaluateAsync<string>("head => getComputedStyle(head).display"));
        Assert.Equal("visible", await page.Locator("#board .scroll:has(table)").EvaluateAsync<string>("part => getComputedStyle(part).overflowX"));
        await Assertions.Expect(page.Locator("form.filter")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#owed table")).ToBeVisibleAsync();
        var pages = PrintedPages.Of(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.All(pages.Sizes, size => Assert.Contains(size, (PrintedPages.Size[])[PrintedPages.A4, PrintedPages.A4Across]));
        Assert.Contains(PrintedPages.A4, pages.Sizes);
        Assert.Contains(PrintedPages.A4Across, pages.Sizes);
    }

    [Theory]
    [InlineData("/campaign/communes/bung-lao/results", "#told table")]
    [InlineData("/meetings/summary", "table:has(#meetings-communes)")]
    public async Task What_is_folded_on_a_page_is_printed(string address, string table)
    {
        var page = await OpenAsync(Phone);
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator(table)).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(table)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_desk_shows_the_whole_map_with_letters_that_can_be_read_and_a_phone_three_tiles_a_line()
    {
        var desk = await OpenAsync(Desk);
        Assert.Equal(0, await desk.Locator(".map").EvaluateAsync<int>("map => map.scrollWidth - map.clientWidth"));
        Assert.InRange(await desk.Locator(".tiles text").First.EvaluateAsync<double>("name => name.getBoundingClientRect().height"), 13, 60);
        var phone = await OpenAsync(Phone);
        Assert.Equal(
            3, await phone.Locator(".tilelist").EvaluateAsync<int>("list => getComputedStyle(list).gridTemplateColumns.split(' ').length"));
    }

    [Theory]
    [InlineData("/campaign/communes/bung-lao/results", 3)]
    [InlineData("/campaign/communes/bung-lao", 12)]
    [InlineData("/meetings/summary", 6)]
    [InlineData("/reports/" + Site.Published, 12)]
    public async Task Any_view_is_printed_on_few_pages_of_A4(string address, int most)
    {
        var page = await OpenAsync(Desk);
        await page.GotoAsync(address);
        var pages = PrintedPages.Of(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.InRange(pages.Sizes.Length, 1, most);
        Assert.All(pages.Sizes, size => Assert.Contains(size, (PrintedPages.Size[])[PrintedPages.A4, PrintedPages.A4Across]));
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
