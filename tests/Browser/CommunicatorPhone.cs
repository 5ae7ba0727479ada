using Deque.AxeCore.Playwright;
using Dissemination.Content;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Web;
using Dissemination.Translation;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>A communicator’s phone: cheap, 360 points wide, on a network that comes and goes.</summary>
internal sealed class CommunicatorPhone(Site site, BrowserFixture browser)
{
    /// <summary>A folder to leave pictures of the pages in, for people who want to look at them.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    /// <summary>A page of hers or his, as the phone opens it.</summary>
    public async Task<IPage> OpenAsync(string path, string person = Site.Communicator)
    {
        var page = await NewAsync(person, ServiceWorkerPolicy.Allow);
        await GoAsync(page, path);
        return page;
    }

    /// <summary>An empty page of the phone, of nobody’s where no person is named.</summary>
    public async Task<IPage> NewAsync(string? person, ServiceWorkerPolicy workers)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, ServiceWorkers = workers });
        if (person is not null)
        {
            await ActAsAsync(page, person);
        }

        return page;
    }

    public Task ActAsAsync(IPage page, string person) =>
        page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = person, Url = site.Address.ToString() }]);

    public Task<IResponse?> GoAsync(IPage page, string path) => page.GotoAsync(new Uri(site.Address, path).ToString());

    /// <summary>Hands in an item, and says where its translation is.</summary>
    public async Task<string> WantedAsync(string item)
    {
        await site.HandInAsync(
            $"items/{item}.md",
            SampleFiles.Article("Tin mới", body: "Xã họp ngày 5.", approved: false, frontMatter: "communes: [bung-lao]"));
        return $"/translations/{item}.1.{Site.Thai}";
    }

    public async Task<TranslatedVersion> TranslationAsync(string item) => (await site.TranslationAsync($"{item}.1.{Site.Thai}")).Value;

    /// <summary>How often the record of an item says something.</summary>
    public async Task<int> CountAsync(string item, string what) =>
        (await site.Get<ItemReader>().HistoryPageAsync(new(item), null, 200, TestContext.Current.CancellationToken)).Rows
            .Count(row => row.Value.What == what);

    /// <summary>How many drafts the phone keeps.</summary>
    public static Task<int> DraftsAsync(IPage page) =>
        page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('draft ')).length");

    /// <summary>Axe finds nothing, nothing is wider than the phone, and the page has an end.</summary>
    public static async Task SoundAsync(IPage page)
    {
        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
        Assert.Empty(found.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 1, 6000);
    }

    public static async Task PictureAsync(IPage page, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"phone-{name}.png"), FullPage = true });
        }
    }
}
