using Dissemination.Tests.Local;
using Dissemination.Tests.Web;
using Dissemination.Translation;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>What a communicator’s phone does without a network, and as an app of its own.</summary>
public sealed class CommunicatorOfflineInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    private CommunicatorPhone Phone => new(site, browser);

    [Fact]
    public async Task What_is_sent_without_a_network_goes_out_once_when_it_is_back()
    {
        var page = await Phone.OpenAsync(await Phone.WantedAsync("mat-mang"));
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("#s0", "ꪼꪕ");
        await page.FillAsync("#s1", "ꪼꪕ ꪣꪉ 5.");
        await page.ClickAsync("button[formaction$='/segments/submit']");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Mất kết nối");
        await CommunicatorPhone.PictureAsync(page, "offline-draft");
        await page.Context.SetOfflineAsync(false);
        await page.WaitForURLAsync("**?done=submitted");

        Assert.Equal(TranslationState.InReview, (await Phone.TranslationAsync("mat-mang")).State);
        Assert.Equal(
            (1, 1), (await Phone.CountAsync("mat-mang", "translation-drafted"), await Phone.CountAsync("mat-mang", "translation-submitted")));
        Assert.Equal(0, await CommunicatorPhone.DraftsAsync(page));
    }

    [Fact]
    public async Task It_opens_without_a_network_to_what_waits_and_what_is_not_sent_and_forgets_both_at_the_sign_out()
    {
        var address = await Phone.WantedAsync("mo-khi-mat-mang");
        var page = await Phone.OpenAsync("/today");
        await Eventually.IsTrueAsync(
            () => page.EvaluateAsync<bool>("navigator.serviceWorker.controller !== null"), "the service worker serves the page");
        await page.GotoAsync(new Uri(site.Address, address).ToString());
        await page.FillAsync("#s0", "ꪼꪕ ꪼꪕ");
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(new Uri(site.Address, "/today").ToString());
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Không có mạng");
        await Assertions.Expect(page.Locator("#unsent")).ToContainTextAsync("ꪼꪕ ꪼꪕ");
        await Assertions.Expect(page.Locator("#kept-today li").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#kept-today")).ToContainTextAsync("Tiếng Việt · ");
        await CommunicatorPhone.SoundAsync(page);
        await CommunicatorPhone.PictureAsync(page, "offline");

        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Hôm nay");
        await Assertions.Expect(page.Locator("#unsent a")).ToHaveAttributeAsync("href", address);
        await CommunicatorPhone.PictureAsync(page, "unsent");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.ClickAsync(".who button");
        await page.WaitForURLAsync(site.Address.ToString());
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
        Assert.Null((await Phone.TranslationAsync("mo-khi-mat-mang")).Text.Title);

        // Who goes back reads nothing of who was there.
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("body.app")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#unsent")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task It_can_be_installed()
    {
        var page = await Phone.OpenAsync("/today");
        var manifest = await page.GetAttributeAsync("link[rel=manifest]", "href");
        var answer = await page.APIRequest.GetAsync(new Uri(site.Address, manifest!).ToString());
        var app = (await answer.JsonAsync())!.Value;
        Assert.Equal(("/today", "standalone"), (app.GetProperty("start_url").GetString(), app.GetProperty("display").GetString()));
        foreach (var icon in app.GetProperty("icons").EnumerateArray())
        {
            var picture = await page.APIRequest.GetAsync(new Uri(site.Address, icon.GetProperty("src").GetString()!).ToString());
            Assert.Equal("image/png", picture.Headers["content-type"]);
        }
    }
}
