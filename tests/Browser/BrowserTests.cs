using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dissemination.Tests.Browser;

public sealed class BrowserTests(BrowserFixture browser)
{
    private const string Sound = """
        <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Điện Biên</title></head>
        <body><main><h1>Nghị quyết Đại hội Đảng bộ tỉnh</h1><p>ế ộ ữ ẵ ẫ ợ ỷ Đ đ ơ ư</p></main></body></html>
        """;

    private const string Unsound = """
        <!doctype html><html><head><meta charset="utf-8"><title>Điện Biên</title></head>
        <body><main><h1>Ảnh</h1><img src="data:,"></main></body></html>
        """;

    [Fact]
    public async Task A_browser_opens_a_page_of_this_machine_in_Vietnamese()
    {
        await using var site = await ServeAsync(Sound);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(site.Urls.First());
        Assert.Equal("Điện Biên", await page.TitleAsync());
        Assert.Equal("vi-VN", await page.EvaluateAsync<string>("navigator.language"));
    }

    [Fact]
    public async Task The_browser_reaches_nothing_beyond_this_machine()
    {
        var page = await browser.NewPageAsync();
        var refused = await Assert.ThrowsAsync<Microsoft.Playwright.PlaywrightException>(() => page.GotoAsync("http://example.org/"));
        Assert.Contains("ERR_NAME_NOT_RESOLVED", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Axe_finds_nothing_wrong_with_a_sound_page()
    {
        await using var site = await ServeAsync(Sound);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(site.Urls.First());
        Assert.Empty((await page.RunAxe()).Violations);
    }

    [Fact]
    public async Task Axe_finds_a_missing_language_and_a_picture_without_words()
    {
        await using var site = await ServeAsync(Unsound);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(site.Urls.First());
        var found = (await page.RunAxe()).Violations.Select(static violation => violation.Id);
        Assert.Equal("html-has-lang image-alt", string.Join(' ', found.Order(StringComparer.Ordinal)));
    }

    private static async Task<WebApplication> ServeAsync(string html)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.MapGet("/", () => TypedResults.Content(html, "text/html; charset=utf-8"));
        await site.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }
}
