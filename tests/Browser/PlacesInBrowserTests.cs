using Deque.AxeCore.Playwright;
using Dissemination.Directory;
using Dissemination.Tests.Web.Places;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>The directory's screens and the guide in a real browser, on a phone and a desk, with scripts off and on.</summary>
public sealed class PlacesInBrowserTests(PlacesSite site, BrowserFixture browser) : IClassFixture<PlacesSite>
{
    private static readonly string? Shots = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_place_is_added_changed_with_before_and_after_and_its_record_read(int width, bool script)
    {
        var page = await OpenAsync("/directory", width, script);
        await ShootAsync(page, $"directory-{width}", script);
        await page.ClickAsync("main a[href='/directory/destinations']");
        await ShootAsync(page, $"list-{width}", script);
        await page.ClickAsync("main a[href='/directory/new/destinations']");
        await page.ClickAsync("form[action='/directory/new/destinations'] button");
        await Assertions.Expect(page.Locator("#field-name-wrong")).ToBeVisibleAsync();
        await ShootAsync(page, $"wrong-{width}", script);
        await page.SelectOptionAsync("#field-commune", "bung-lao");
        await page.SelectOptionAsync("#field-channel", "notice-board");
        await page.FillAsync("#field-id", $"bang-{width}");
        await page.FillAsync("#field-name", $"Bảng tin số {width}");
        await page.ClickAsync("form[action='/directory/new/destinations'] button");
        await page.WaitForURLAsync($"**/bung-lao.bang-{width}?done=*");

        await page.FillAsync("#field-name", $"Bảng tin trung tâm {width}");
        await page.ClickAsync("form[action$='bang-" + width + "'] button");
        await Assertions.Expect(page.Locator("section.note ins")).ToHaveTextAsync($"Bảng tin trung tâm {width}");
        await ShootAsync(page, $"change-{width}", script);
        await page.ClickAsync("section.note button");
        await page.WaitForURLAsync("**?done=directory-row-saved");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"Bảng tin trung tâm {width}");
        await ShootAsync(page, $"row-{width}", script);
        Assert.NotNull(
            (await site.Get<DirectoryStore>().FreshAsync(CancellationToken.None))
                .Find(DestinationId.Parse($"bung-lao.bang-{width}", null)));

        await page.GotoAsync(new Uri(site.Address, "/directory/destinations/na-bung.telegram").ToString());
        await ShootAsync(page, $"telegram-{width}", script);
        await page.GotoAsync(new Uri(site.Address, "/directory/new/people").ToString());
        await ShootAsync(page, $"person-{width}", script);
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task The_guide_leads_from_the_channel_to_a_place_of_the_directory(int width, bool script)
    {
        var page = await OpenAsync("/connect", width, script);
        await ShootAsync(page, $"connect-{width}", script);
        await page.ClickAsync("main a[href='/connect/telegram']");
        await ShootAsync(page, $"connect-1-{width}", script);
        await page.ClickAsync("main .button");
        await page.FillAsync("#field-credential", "telegram_khac");
        await page.ClickAsync("main form button");
        await Assertions.Expect(page.Locator(".note code")).ToHaveTextAsync("Credentials__telegram_khac");
        await ShootAsync(page, $"connect-2-missing-{width}", script);
        await page.FillAsync("#field-credential", "telegram_tinh");
        await page.ClickAsync("main form button");
        await page.ClickAsync("main p .button");
        await page.SelectOptionAsync("#field-commune", "sin-thau");
        await page.FillAsync("#field-id", $"kenh-{width}");
        await page.FillAsync("#field-name", $"Kênh thử {width}");
        site.Telegram.SetChat(-880_000 - width, new("channel"));
        await page.FillAsync("#field-address", $"{-880_000 - width}");
        await page.ClickAsync("form[action='/connect/telegram/check'] button:not([formaction])");
        await Assertions.Expect(page.Locator(".done")).ToBeVisibleAsync();
        await ShootAsync(page, $"connect-3-{width}", script);
        await page.ClickAsync("button[formaction$='/add']");
        await page.WaitForURLAsync($"**/sin-thau.kenh-{width}?done=*");
    }

    private async Task<IPage> OpenAsync(string path, int width, bool script)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, JavaScriptEnabled = script });
        await page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = "can-bo", Url = site.Address.ToString() }]);
        await page.GotoAsync(new Uri(site.Address, path).ToString());
        return page;
    }

    /// <summary>Looks for what keeps people out, where scripts run, and takes a picture for those who want to look.</summary>
    private static async Task ShootAsync(IPage page, string name, bool script)
    {
        if (script)
        {
            var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
            Assert.Empty(found.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        }

        if (Shots is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"places-{name}.png"), FullPage = true });
        }
    }
}
