using Dissemination.Tests.Local;
using Dissemination.Tests.Web;
using Dissemination.Translation;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>What a communicator types on a phone is never lost, and writes over nobody.</summary>
public sealed class CommunicatorDraftsInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    private CommunicatorPhone Phone => new(site, browser);

    [Fact]
    public async Task Words_outlive_a_reload_and_are_stored_by_themselves_once()
    {
        var page = await Phone.OpenAsync(await Phone.WantedAsync("song-sot"));
        await page.FillAsync("#s0", "ꪼꪕ");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#s0")).ToHaveValueAsync("ꪼꪕ");
        await Eventually.IsTrueAsync(async () => (await Phone.TranslationAsync("song-sot")).Text.Title == "ꪼꪕ", "the title is stored");

        await page.EvaluateAsync("document.querySelector('#s0').form.dataset.pause = '200'");
        await page.FillAsync("#s1", "ꪼꪕ ꪣꪉ 5.");
        await Eventually.IsTrueAsync(async () => (await Phone.TranslationAsync("song-sot")).OpenSegments == 0, "the words are stored");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Đã tự lưu lúc");
        var stored = (await site.TranslationAsync($"song-sot.1.{Site.Thai}")).ETag;
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#s1")).ToHaveValueAsync("ꪼꪕ ꪣꪉ 5.");
        await Assertions.Expect(page.Locator("#restore")).ToBeHiddenAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(stored, (await site.TranslationAsync($"song-sot.1.{Site.Thai}")).ETag);
    }

    [Fact]
    public async Task Where_somebody_else_wrote_meanwhile_both_are_shown_and_nobody_is_written_over()
    {
        var address = await Phone.WantedAsync("hai-nguoi");
        var page = await Phone.OpenAsync(address);
        await NeverSaveByItselfAsync(page);
        await page.FillAsync("#s0", "ꪼꪕ ꪣꪉ");
        using (var other = site.Visit(Site.OtherCommunicator))
        using (await other.PostAsync(address, address + "/segments", ("s0", "ꪵꪒꪉ")))
        {
            await page.ReloadAsync();
        }

        await Assertions.Expect(page.Locator("#s0")).ToHaveValueAsync("ꪵꪒꪉ");
        await page.ClickAsync("#restore button");
        await Assertions.Expect(page.Locator("#s0")).ToHaveValueAsync("ꪼꪕ ꪣꪉ");
        await Assertions.Expect(page.Locator("#s0 + .note")).ToContainTextAsync("ꪵꪒꪉ");
        await CommunicatorPhone.PictureAsync(page, "conflict-draft");
        Assert.Equal("ꪵꪒꪉ", (await Phone.TranslationAsync("hai-nguoi")).Text.Title);
    }

    [Fact]
    public async Task Words_that_are_offered_stay_until_they_are_taken_back_whatever_is_written_meanwhile()
    {
        var address = await Phone.WantedAsync("de-danh");
        var page = await Phone.OpenAsync(address);
        await NeverSaveByItselfAsync(page);
        await page.FillAsync("#s0", "ꪼꪕ ꪣꪉ");
        using (var other = site.Visit(Site.OtherCommunicator))
        using (await other.PostAsync(address, address + "/segments", ("s0", "ꪵꪒꪉ")))
        {
            await page.ReloadAsync();
        }

        await Assertions.Expect(page.Locator("#restore")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.querySelector('#s1').form.dataset.pause = '10'");
        await page.FillAsync("#s1", "ꪼꪕ ꪣꪉ 5.");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Đã tự lưu lúc");
        Assert.Equal("ꪵꪒꪉ", (await Phone.TranslationAsync("de-danh")).Text.Title);
        await page.ReloadAsync();
        await page.ClickAsync("#restore button");
        await Assertions.Expect(page.Locator("#s0")).ToHaveValueAsync("ꪼꪕ ꪣꪉ");
    }

    [Fact]
    public async Task What_waits_for_review_is_not_taken_back_by_typing_and_nothing_typed_is_left_to_the_next_person()
    {
        var address = await Phone.WantedAsync("cho-duyet");
        using (var writer = site.Visit(Site.Communicator))
        using (await writer.PostAsync(address, address + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5.")))
        {
        }

        var page = await Phone.OpenAsync(address + "?edit=true", Site.OtherCommunicator);
        await page.EvaluateAsync("document.querySelector('#s0').form.dataset.pause = '10'");
        await page.FillAsync("#s0", "ꪵꪒꪉ");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#s0")).ToHaveValueAsync("ꪵꪒꪉ");
        Assert.Equal(TranslationState.InReview, (await Phone.TranslationAsync("cho-duyet")).State);

        Assert.Equal(1, await CommunicatorPhone.DraftsAsync(page));
        await Phone.ActAsAsync(page, Site.Communicator);
        await page.GotoAsync(new Uri(site.Address, "/today").ToString());
        await Assertions.Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        Assert.Equal(0, await CommunicatorPhone.DraftsAsync(page));
    }

    [Fact]
    public async Task Words_that_were_stored_though_no_answer_came_are_told_of_and_forgotten_once_they_are_looked_at()
    {
        var address = await Phone.WantedAsync("mat-tra-loi");
        var page = await Phone.OpenAsync(address);
        await NeverSaveByItselfAsync(page);
        await page.FillAsync("#s0", "ꪼꪕ");
        await page.FillAsync("#s1", "ꪼꪕ ꪣꪉ 5.");
        using (var same = site.Visit(Site.Communicator))
        using (await same.PostAsync(address, address + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5.")))
        {
            await Phone.GoAsync(page, address);
        }

        await Assertions.Expect(page.Locator("[data-here]")).ToBeVisibleAsync();
        await CommunicatorPhone.SoundAsync(page);
        await page.ClickAsync("[data-here] a");
        await Assertions.Expect(page.Locator("#s1")).ToHaveValueAsync("ꪼꪕ ꪣꪉ 5.");
        await Eventually.IsTrueAsync(async () => await CommunicatorPhone.DraftsAsync(page) == 0, "what is stored is not kept here");
        await Phone.GoAsync(page, address);
        await Assertions.Expect(page.Locator("[data-here]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Words_that_were_not_stored_yet_are_offered_where_another_form_of_the_page_was_not_done()
    {
        var page = await Phone.OpenAsync(await Phone.WantedAsync("bieu-mau-khac"));
        await page.EvaluateAsync("document.querySelector('#s0').form.dataset.pause = '600000'");
        await page.FillAsync("#s0", "ꪼꪕ ꪣꪉ");
        await page.ClickAsync("details:has(#comment) > summary");
        await page.ClickAsync("form[action$='/comments'] button");
        await Assertions.Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await page.FillAsync("#s1", "ꪼꪕ");
        await page.ClickAsync("#restore button");

        await Assertions.Expect(page.Locator("#s0")).ToHaveValueAsync("ꪼꪕ ꪣꪉ");
    }

    /// <summary>Else a machine that is slow would store what was typed before the other's words come.</summary>
    private static async Task NeverSaveByItselfAsync(IPage page) =>
        await page.EvaluateAsync("document.querySelector('#s0').form.dataset.pause = '600000'");
}
