using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser.Walk;

/// <summary>
/// One person in front of a browser, and a second browser that looks at the same pages with scripts, for axe runs in the page.
/// </summary>
internal sealed class Walker
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    private readonly IPage _twin;
    private readonly WalkedAs _walked;

    private Walker(IPage page, IPage twin, WalkedAs walked) => (Page, _twin, _walked) = (page, twin, walked);

    public IPage Page { get; }

    public static async Task<Walker> OpenAsync(BrowserFixture browser, Uri site, string person, WalkedAs walked)
    {
        return new(await PageAsync(walked.Script), await PageAsync(script: true), walked);

        async Task<IPage> PageAsync(bool script)
        {
            var page = await browser.NewPageAsync(new()
            {
                BaseURL = site.ToString(),
                JavaScriptEnabled = script,
                ViewportSize = new() { Width = walked.Width, Height = 800 },
            });
            await page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = person, Url = site.ToString() }]);
            await page.GotoAsync($"/?lang={walked.Language}");
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", walked.Language);
            return page;
        }
    }

    public Task GoAsync(string path) => Page.GotoAsync(path);

    public ILocator Find(string selector) => Page.Locator(selector);

    /// <summary>Presses what sends a form and sees that the page which follows says that it is done.</summary>
    public async Task PressAsync(string selector)
    {
        await Page.ClickAsync(selector);
        await Assertions.Expect(Page.Locator("main > .done [role=status]")).ToBeVisibleAsync();
    }

    /// <summary>Opens a part of the page that is folded.</summary>
    public Task UnfoldAsync(string holding) => Page.ClickAsync($"details:not([open]):has({holding}) > summary");

    /// <summary>Nothing on the page is wrong for those who cannot see it, and nothing sticks out of the screen.</summary>
    public async Task LookAsync(string name)
    {
        await _twin.GotoAsync(Page.Url);
        var found = (await _twin.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
        Assert.Empty(found.Select(violation => $"{name} {violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await _twin.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        if (Pictures is { } folder)
        {
            await _twin.ScreenshotAsync(new() { Path = Path.Combine(folder, $"walk-{name}-{_walked.Width}.png"), FullPage = true });
        }
    }

    /// <summary>The words of some HTML as a browser shows them.</summary>
    public Task<string> WordsOfAsync(string html) => _twin.EvaluateAsync<string>(
        "html => { const part = document.createElement('div'); part.innerHTML = html; return part.textContent; }", html);
}
