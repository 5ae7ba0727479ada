using Deque.AxeCore.Playwright;
using Dissemination.Intake;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Web;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

public sealed class KeyboardInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    /// <summary>A folder to leave pictures of the pages in, for people who want to look at them.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    [Fact]
    public async Task A_page_of_Tai_Viet_that_is_tapped_on_the_screen_is_the_text_letter_by_letter()
    {
        var text = await ThaiTextAsync();
        var page = await OpenAsync("ban-phim");
        await page.ClickAsync("#keyboard-open");
        Assert.Equal("none", await page.GetAttributeAsync("#s0", "inputmode"));
        await page.FocusAsync("#s1");
        foreach (var letter in text)
        {
            await TapAsync(page, letter.ToString());
        }

        Assert.Equal(text, (await page.InputValueAsync("#s1")).ReplaceLineEndings("\n"));
        await PictureAsync(page, "keyboard-360");
        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
        Assert.Empty(found.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        await page.ClickAsync("#keyboard [data-close]");
        Assert.Null(await page.GetAttributeAsync("#s0", "inputmode"));
        await page.ClickAsync("form[action$='/segments'] button.quiet[type=submit]");
        await page.WaitForURLAsync("**done=saved");
        Assert.Equal(text, (await site.TranslationAsync($"ban-phim.1.{Site.Thai}")).Value.Segments[1].Target);
    }

    [Fact]
    public async Task A_letter_comes_where_the_caret_is_a_vowel_before_its_tone_mark_and_erasing_takes_a_letter_with_its_marks()
    {
        var page = await OpenAsync("con-tro");
        await page.ClickAsync("#keyboard-open");
        await page.FocusAsync("#s0");
        foreach (var letter in "ꪀꪙ")
        {
            await TapAsync(page, letter.ToString());
        }

        await page.EvaluateAsync("document.getElementById('s0').setSelectionRange(1, 1)");
        await TapAsync(page, "\uAABF");
        await TapAsync(page, "\uAAB2");
        Assert.Equal("ꪀ\uAAB2\uAABFꪙ", await page.InputValueAsync("#s0"));
        Assert.Equal(3, await page.EvaluateAsync<int>("document.getElementById('s0').selectionStart"));
        await page.ClickAsync("#keyboard [data-erase]");
        Assert.Equal("ꪙ", await page.InputValueAsync("#s0"));
        await page.EvaluateAsync("document.getElementById('s0').setSelectionRange(0, 1)");
        await page.ClickAsync("#keyboard [data-erase]");
        Assert.Equal("", await page.InputValueAsync("#s0"));
        Assert.Equal("s0", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task A_key_writes_into_the_remark_where_that_is_written_and_into_no_field_out_of_sight()
    {
        var page = await OpenAsync("viet-loi-nhan");
        await page.FocusAsync("#s0");
        await page.ClickAsync("#keyboard-open");
        await page.ClickAsync("details:has(#comment) > summary");
        await page.FocusAsync("#comment");
        await TapAsync(page, "ꪀ");

        Assert.Equal("ꪀ", await page.InputValueAsync("#comment"));
        Assert.Equal("", await page.InputValueAsync("#s0"));
    }

    [Fact]
    public async Task Somebody_who_hears_the_page_writes_with_buttons_that_have_names()
    {
        var page = await OpenAsync("nghe-trang");
        await page.FocusAsync("#s0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bàn phím chữ Thái" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "nguyên âm e, đứng trước chữ" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tổ cao", Exact = true }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "ko tổ cao ꪁ", Exact = true }).PressAsync("Enter");
        Assert.Equal("ꪵꪁ", await page.InputValueAsync("#s0"));
        await Assertions.Expect(page.Locator("#keyboard-said")).ToHaveTextAsync("ko tổ cao ꪁ");
    }

    private static async Task TapAsync(IPage page, string letter)
    {
        var value = letter == "\n" ? "\\a " : letter.Replace("\\", "\\\\", StringComparison.Ordinal);
        var key = page.Locator($"#keyboard [data-insert=\"{value}\"]");
        if (!await key.IsVisibleAsync())
        {
            var pane = await key.EvaluateAsync<string>("key => key.closest('.keys').id");
            await page.ClickAsync($"#keyboard [data-pane='{pane}']");
        }

        await key.ClickAsync();
    }

    private async Task<IPage> OpenAsync(string item)
    {
        await site.HandInAsync($"items/{item}.md", SampleFiles.Article("Tin mới", body: "Xã họp ngày 5. Bà con dự.", approved: false));
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = Site.Communicator, Url = site.Address.ToString() }]);
        await page.GotoAsync(new Uri(site.Address, $"/translations/{item}.1.{Site.Thai}").ToString());
        return page;
    }

    private static async Task<string> ThaiTextAsync() => SuppliedTranslationReader.Read(
        "giam-ngheo-tung-nam.blt-Tavt.md",
        await File.ReadAllBytesAsync(
            Path.Combine(RepositoryFiles.Root, "content/items/giam-ngheo-tung-nam.blt-Tavt.md"), CancellationToken.None)).Value!.Text.Body;

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png") });
        }
    }
}
