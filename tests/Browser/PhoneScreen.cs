using Deque.AxeCore.Playwright;
using Dissemination.Tests.Web;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>Pages of a site on a phone’s screen, opened by whoever may, with scripts and without.</summary>
internal sealed class PhoneScreen(Site site, BrowserFixture browser)
{
    /// <summary>A folder to leave pictures of the pages in, for people who want to look at them.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    public async Task<IPage> OpenAsync(string path, string? person, bool script = true)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, JavaScriptEnabled = script });
        if (person is not null)
        {
            await page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = person, Url = site.Address.ToString() }]);
        }

        await page.GotoAsync(new Uri(site.Address, path).ToString());
        return page;
    }

    /// <summary>Axe finds nothing, and nothing is wider than the phone.</summary>
    public static async Task AssertSoundAsync(IPage page)
    {
        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
        Assert.Empty(found.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
    }

    public static async Task PictureAsync(IPage page, string path, string? person)
    {
        if (Pictures is null)
        {
            return;
        }

        var name = $"{string.Concat(path.Select(c => char.IsLetterOrDigit(c) ? c : '_'))}-{person ?? "anybody"}";
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-phone.png"), FullPage = true });
        await page.SetViewportSizeAsync(1200, 900);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-desktop.png"), FullPage = true });
        await page.SetViewportSizeAsync(360, 740);
    }
}
