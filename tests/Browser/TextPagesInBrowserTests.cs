using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Tests.Web;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>What the public reads, and where its words are translated, on a phone.</summary>
public sealed class TextPagesInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    public static TheoryData<string, string?> Pages => new()
    {
        { "/", null },
        { "/?lang=en", null },
        { "/sign-in", null },
        { "/feeds", null },
        { "/preview", null },
        { "/preview/bung-lao", null },
        { $"/posts/{Site.Published}/{Site.Thai}", null },
        { $"/posts/{Site.Illustrated}/vi", null },
        { "/khong-co", null },
        { $"/translations/{Site.Published}.1.hmn-Latn-x-chv", "na-bung-1" },
        { $"/translations/{Site.Troubled}.1.hmn-Latn-x-chv", "na-bung-1" },
        { $"/translations/{Site.Troubled}.1.hmn-Latn-x-chv", Site.Staff },
        { "/glossary?language=blt-Tavt", Site.Staff },
        { "/glossary?language=mww-Latn-x-rpa&lang=en", Site.Communicator },
        { "/glossary/filled", Site.Staff },
        { "/memory/filled", Site.Staff },
        { "/memory?language=blt-Tavt", Site.Communicator },
        { $"/translations/{Site.Published}.1.mww-Latn-x-rpa", "muong-nhe-1" },
        { "/translations/converted", "muong-nhe-1" },
        { "/translations/variant", "na-bung-1" },
    };

    private PhoneScreen Phone => new(site, browser);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_sound_and_fits_a_phone(string path, string? person)
    {
        var page = await Phone.OpenAsync(await AddressAsync(path), person);
        await PhoneScreen.AssertSoundAsync(page);
        await PhoneScreen.PictureAsync(page, path, person);
    }

    [Fact]
    public async Task The_second_of_two_who_save_keeps_its_words_and_sees_both()
    {
        var address = $"/translations/{Site.Troubled}.1.hmn-Latn-x-chv";
        var first = await Phone.OpenAsync(address, "na-bung-1");
        var second = await Phone.OpenAsync(address, "na-bung-2");
        await first.ClickAsync("#whole summary");
        await second.ClickAsync("#whole summary");
        await first.FillAsync("#body", "Cov lus thib ib 3% 2030");
        await second.FillAsync("#body", "Cov lus thib ob 3% 2030");
        await first.ClickAsync("form[action='" + address + "'] button.quiet");
        await Assertions.Expect(first.GetByText("Đã lưu nháp.")).ToBeVisibleAsync();
        await second.ClickAsync("form[action='" + address + "'] button.quiet");
        await Assertions.Expect(second.Locator("[role=alert]")).ToBeVisibleAsync();
        await Assertions.Expect(second.Locator(".note .text")).ToContainTextAsync("Cov lus thib ib");
        await Assertions.Expect(second.Locator("#body")).ToHaveValueAsync("Cov lus thib ob 3% 2030");
        await PhoneScreen.PictureAsync(second, "conflict", "na-bung-2");
        Assert.Equal("Cov lus thib ib 3% 2030", (await site.TranslationAsync($"{Site.Troubled}.1.hmn-Latn-x-chv")).Value.Text.Body);

        // Saving again is meant: it names what was shown.
        await second.ClickAsync("form[action='" + address + "'] button.quiet");
        await Assertions.Expect(second.GetByText("Đã lưu nháp.")).ToBeVisibleAsync();
        Assert.Equal("Cov lus thib ob 3% 2030", (await site.TranslationAsync($"{Site.Troubled}.1.hmn-Latn-x-chv")).Value.Text.Body);
    }

    [Fact]
    public async Task The_words_of_pictures_are_written_on_a_phone_each_below_the_line_that_it_translates()
    {
        var address = $"/translations/{Site.Illustrated}.1.mww-Latn-x-rpa";
        var page = await Phone.OpenAsync(address, "muong-nhe-1");
        await page.ClickAsync("#whole summary");
        var field = page.Locator("#pictures-0");
        var box = (await field.BoundingBoxAsync())!;
        Assert.InRange(box.X + box.Width, 300, 360);
        Assert.InRange(box.Height, 44, 80);
        await PhoneScreen.AssertSoundAsync(page);

        await page.FillAsync("#body", "Cov lus");
        await page.GetByLabel(await page.Locator("label[for=pictures-0]").InnerTextAsync()).FillAsync("Roob hauv Điện Biên");
        await page.ClickAsync("form[action='" + address + "'] button.quiet");
        await Assertions.Expect(page.GetByText("Đã lưu nháp.")).ToBeVisibleAsync();
        Assert.Equal(
            "Roob hauv Điện Biên",
            (await site.TranslationAsync($"{Site.Illustrated}.1.mww-Latn-x-rpa")).Value.Text.Pictures!.TrimEnd('\n'));
    }

    [Fact]
    public async Task Thái_letters_are_shown_by_the_font_of_the_pages_own()
    {
        var page = await Phone.OpenAsync($"/posts/{Site.Published}/{Site.Thai}", person: null);
        Assert.True(
            await page.EvaluateAsync<bool>(
                "document.fonts.ready.then(() => [...document.fonts].some(font => font.family.includes('Tai Heritage Pro') && font.status === 'loaded'))"));
    }

    [Fact]
    public async Task The_keyboard_comes_first_to_the_way_past_the_navigation()
    {
        var page = await Phone.OpenAsync("/feeds", person: null);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
    }

    private async Task<string> AddressAsync(string path) => path switch
    {
        "/glossary/filled" => await GlossaryAsync("twh-Tavt"),
        "/memory/filled" => await MemoryAsync("twh-Tavt"),
        "/translations/converted" => $"/translations/{await ConvertedAsync($"{Site.Published}.1.mww-Latn-x-rpa", "muong-nhe-1")}",
        "/translations/variant" => $"/translations/{await VariantAsync($"{Site.Published}.1.hmn-Latn-x-chv", "na-bung-1")}",
        _ => path,
    };

    private async Task<string> GlossaryAsync(string language)
    {
        await site.HandInAsync(
            $"glossary/{language}.csv",
            $"language,source,target,rule,note\n{language},bản,ꪚꪱꪙ,locked,làng\n{language},cà phê,ꪀꪱ ꪡꪸ,preferred,\n{language},,ꪹꪒꪸꪙ,forbidden,từ cũ\n");
        return $"/glossary?language={language}";
    }

    private async Task<string> MemoryAsync(string language)
    {
        await site.HandInAsync(
            $"memory/{language}.tmx",
            $"<tmx version=\"1.4\"><body><tu><tuv xml:lang=\"vi\"><seg>Một</seg></tuv><tuv xml:lang=\"{language}\"><seg>ꪚꪱꪙ</seg></tuv></tu></body></tmx>",
            Site.Staff);
        return $"/memory?language={language}";
    }

    private async Task<VersionId> ConvertedAsync(string version, string person)
    {
        var id = VersionId.Parse(version, null);
        Assert.Null(
            (await site.Get<SegmentFiller>()
                .FillAsync(id, await site.PersonAsync(person), Azure.ETag.All, TestContext.Current.CancellationToken)).Problem);
        return id;
    }

    /// <summary>A commune's own variant, with one word of its own.</summary>
    private async Task<TextId> VariantAsync(string version, string person)
    {
        var by = await site.PersonAsync(person);
        var started = await site.Get<VariantCommands>()
            .StartAsync(VersionId.Parse(version, null), by, TestContext.Current.CancellationToken);
        Assert.Null(started.Problem);
        var variant = started.Value!.Value;
        var drafted = await site.Get<TranslationService>()
            .DraftAsync(
                variant.TextId,
                variant.Text with { Title = $"{variant.Text.Title} nuôz" },
                by,
                Azure.ETag.All,
                TestContext.Current.CancellationToken);
        Assert.Null(drafted.Problem);
        return variant.TextId;
    }
}
