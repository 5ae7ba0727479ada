using System.Buffers.Binary;
using Deque.AxeCore.Playwright;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Local;
using Dissemination.Tests.Web;
using Dissemination.Translation;
using Dissemination.Translation.Recordings;
using Microsoft.Playwright;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Browser;

/// <summary>A communicator's phone: cheap, 360 points wide, on a network that comes and goes.</summary>
public sealed class CommunicatorInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    /// <summary>A folder to leave pictures of the pages in, for people who want to look at them.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    /// <summary>An item of Búng Lao's that is read aloud.</summary>
    private const string ReadAloud = "mot-ngay-doc";

    private const string Share = """
        window.shared = [];
        navigator.canShare = () => true;
        navigator.share = what => { window.shared.push({ text: what.text, files: (what.files || []).map(file => file.type) }); return Promise.resolve(); };
        """;

    [Fact]
    public async Task Words_outlive_a_reload_and_are_stored_by_themselves_once()
    {
        var page = await OpenAsync(await WantedAsync("song-sot"));
        await page.FillAsync("#s0", "ꪼꪕ");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#s0")).ToHaveValueAsync("ꪼꪕ");
        await Eventually.IsTrueAsync(async () => (await TranslationAsync("song-sot")).Text.Title == "ꪼꪕ", "the title is stored");

        await page.EvaluateAsync("document.querySelector('#s0').form.dataset.pause = '200'");
        await page.FillAsync("#s1", "ꪼꪕ ꪣꪉ 5.");
        await Eventually.IsTrueAsync(async () => (await TranslationAsync("song-sot")).OpenSegments == 0, "the words are stored");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Đã tự lưu lúc");
        var stored = (await site.TranslationAsync($"song-sot.1.{Site.Thai}")).ETag;
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#s1")).ToHaveValueAsync("ꪼꪕ ꪣꪉ 5.");
        await Assertions.Expect(page.Locator("#restore")).ToBeHiddenAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(stored, (await site.TranslationAsync($"song-sot.1.{Site.Thai}")).ETag);
    }

    [Fact]
    public async Task What_is_sent_without_a_network_goes_out_once_when_it_is_back()
    {
        var page = await OpenAsync(await WantedAsync("mat-mang"));
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("#s0", "ꪼꪕ");
        await page.FillAsync("#s1", "ꪼꪕ ꪣꪉ 5.");
        await page.ClickAsync("button[formaction$='/segments/submit']");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Mất kết nối");
        await PictureAsync(page, "offline-draft");
        await page.Context.SetOfflineAsync(false);
        await page.WaitForURLAsync("**?done=submitted");

        Assert.Equal(TranslationState.InReview, (await TranslationAsync("mat-mang")).State);
        Assert.Equal((1, 1), (await CountAsync("mat-mang", "translation-drafted"), await CountAsync("mat-mang", "translation-submitted")));
        Assert.Equal(0, await DraftsAsync(page));
    }

    [Fact]
    public async Task Where_somebody_else_wrote_meanwhile_both_are_shown_and_nobody_is_written_over()
    {
        var address = await WantedAsync("hai-nguoi");
        var page = await OpenAsync(address);
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
        await PictureAsync(page, "conflict-draft");
        Assert.Equal("ꪵꪒꪉ", (await TranslationAsync("hai-nguoi")).Text.Title);
    }

    [Fact]
    public async Task Words_that_are_offered_stay_until_they_are_taken_back_whatever_is_written_meanwhile()
    {
        var address = await WantedAsync("de-danh");
        var page = await OpenAsync(address);
        await page.FillAsync("#s0", "ꪼꪕ ꪣꪉ");
        using (var other = site.Visit(Site.OtherCommunicator))
        using (await other.PostAsync(address, address + "/segments", ("s0", "ꪵꪒꪉ")))
        {
            await page.ReloadAsync();
        }

        await Assertions.Expect(page.Locator("#restore")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.querySelector('#s1').form.dataset.pause = '10'");
        await page.FillAsync("#s1", "ꪼꪕ ꪣꪉ 5.");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Đã tự lưu lúc", new() { Timeout = 15_000 });
        Assert.Equal("ꪵꪒꪉ", (await TranslationAsync("de-danh")).Text.Title);
        await page.ReloadAsync();
        await page.ClickAsync("#restore button");
        await Assertions.Expect(page.Locator("#s0")).ToHaveValueAsync("ꪼꪕ ꪣꪉ");
    }

    [Fact]
    public async Task What_waits_for_review_is_not_taken_back_by_typing_and_nothing_typed_is_left_to_the_next_person()
    {
        var address = await WantedAsync("cho-duyet");
        using (var writer = site.Visit(Site.Communicator))
        using (await writer.PostAsync(address, address + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5.")))
        {
        }

        var page = await OpenAsync(address + "?edit=true", Site.OtherCommunicator);
        await page.EvaluateAsync("document.querySelector('#s0').form.dataset.pause = '10'");
        await page.FillAsync("#s0", "ꪵꪒꪉ");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#s0")).ToHaveValueAsync("ꪵꪒꪉ");
        Assert.Equal(TranslationState.InReview, (await TranslationAsync("cho-duyet")).State);

        Assert.Equal(1, await DraftsAsync(page));
        await ActAsAsync(page, Site.Communicator);
        await page.GotoAsync(new Uri(site.Address, "/today").ToString());
        await Assertions.Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        Assert.Equal(0, await DraftsAsync(page));
    }

    [Fact]
    public async Task Words_that_were_stored_though_no_answer_came_are_told_of_and_forgotten_once_they_are_looked_at()
    {
        var address = await WantedAsync("mat-tra-loi");
        var page = await OpenAsync(address);
        await page.FillAsync("#s0", "ꪼꪕ");
        await page.FillAsync("#s1", "ꪼꪕ ꪣꪉ 5.");
        using (var same = site.Visit(Site.Communicator))
        using (await same.PostAsync(address, address + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5.")))
        {
            await GoAsync(page, address);
        }

        await Assertions.Expect(page.Locator("[data-here]")).ToBeVisibleAsync();
        await SoundAsync(page);
        await page.ClickAsync("[data-here] a");
        await Assertions.Expect(page.Locator("#s1")).ToHaveValueAsync("ꪼꪕ ꪣꪉ 5.");
        await Eventually.IsTrueAsync(async () => await DraftsAsync(page) == 0, "what is stored is not kept here");
        await GoAsync(page, address);
        await Assertions.Expect(page.Locator("[data-here]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Words_that_were_not_stored_yet_are_offered_where_another_form_of_the_page_was_not_done()
    {
        var page = await OpenAsync(await WantedAsync("bieu-mau-khac"));
        await page.EvaluateAsync("document.querySelector('#s0').form.dataset.pause = '600000'");
        await page.FillAsync("#s0", "ꪼꪕ ꪣꪉ");
        await page.ClickAsync("form[action$='/comments'] button");
        await Assertions.Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await page.FillAsync("#s1", "ꪼꪕ");
        await page.ClickAsync("#restore button");

        await Assertions.Expect(page.Locator("#s0")).ToHaveValueAsync("ꪼꪕ ꪣꪉ");
    }

    [Fact]
    public async Task Enter_behind_a_link_confirms_what_is_ticked_and_long_lists_are_folded()
    {
        var page = await OpenAsync($"/hand-tasks?item={Site.Illustrated}.1.vi&channel=group", Site.GroupKeeper);
        var boxes = page.Locator("input[type=checkbox][name=id]");
        List<string> ids = [];
        for (var at = 0; at < 3; at++)
        {
            ids.Add((await boxes.Nth(at).GetAttributeAsync("value"))!);
        }

        await boxes.Nth(1).CheckAsync();
        await boxes.Nth(2).CheckAsync();
        await page.ClickAsync("details:has(#link) > summary");
        await page.FillAsync("#link", "https://zalo.me/g/mau");
        await page.PressAsync("#link", "Enter");
        await Assertions.Expect(page.Locator(".done [role=status]")).ToContainTextAsync("2");
        Assert.Equal(
            [DeliveryState.Due, DeliveryState.Delivered, DeliveryState.Delivered],
            await Task.WhenAll(ids.Select(async id => (await site.DeliveryAsync(id)).State)));

        foreach (var (path, name) in new[]
        {
            ($"/hand-tasks?item={Site.Published}.1.vi&channel=group&ticked=all", "tasks"), ("/hand-tasks?ticked=all", "all-tasks"),
            ("/hand-tasks/loudspeakers", "loudspeakers"),
        })
        {
            await GoAsync(page, path);
            await SoundAsync(page);
            await PictureAsync(page, $"folded-{name}");
            Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 1, 4_600);
        }
    }

    [Fact]
    public async Task It_opens_without_a_network_to_what_waits_and_what_is_not_sent_and_forgets_both_at_the_sign_out()
    {
        var address = await WantedAsync("mo-khi-mat-mang");
        var page = await OpenAsync("/today");
        await Eventually.IsTrueAsync(
            () => page.EvaluateAsync<bool>("navigator.serviceWorker.controller !== null"), "the service worker serves the page");
        await page.GotoAsync(new Uri(site.Address, address).ToString());
        await page.FillAsync("#s0", "ꪼꪕ ꪼꪕ");
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(new Uri(site.Address, "/today").ToString());
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Không có mạng");
        await Assertions.Expect(page.Locator("#unsent")).ToContainTextAsync("ꪼꪕ ꪼꪕ");
        await Assertions.Expect(page.Locator("#kept-today li").First).ToBeVisibleAsync();
        await SoundAsync(page);
        await PictureAsync(page, "offline");

        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Hôm nay", new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("#unsent a")).ToHaveAttributeAsync("href", address);
        await PictureAsync(page, "unsent");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.ClickAsync(".who button");
        await page.WaitForURLAsync(site.Address.ToString());
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
        Assert.Null((await TranslationAsync("mo-khi-mat-mang")).Text.Title);

        // Who goes back reads nothing of who was there.
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("body.app")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#unsent")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/", null, 30)]
    [InlineData("/today", Site.Communicator, 60)]
    public async Task What_a_phone_loads_first_is_light_with_all_that_comes_with_it(string path, string? person, int kilobytes)
    {
        var page = await NewAsync(person, ServiceWorkerPolicy.Block);
        List<IRequest> loaded = [];
        page.RequestFinished += (_, request) => loaded.Add(request);
        await GoAsync(page, path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var sizes = await Task.WhenAll(loaded.ToList().Select(request => request.SizesAsync()));

        Assert.Contains(loaded, request => request.Url.Contains("/style.css", StringComparison.Ordinal));
        Assert.InRange(sizes.Sum(size => size.ResponseBodySize + size.ResponseHeadersSize), 1, kilobytes * 1024);
    }

    [Fact]
    public async Task A_photograph_is_made_small_on_the_phone_before_it_is_sent()
    {
        var task = await site.HandTaskAsync("muong-cha", Site.Illustrated);
        var page = await OpenAsync($"/hand-tasks/{task}", "muong-cha-1");
        await page.SetInputFilesAsync(
            "#photograph", new FilePayload { Name = "IMG_0001.bmp", MimeType = "image/bmp", Buffer = Photograph(2_000, 1_000) });
        await Eventually.IsTrueAsync(
            () => page.EvaluateAsync<bool>("document.getElementById('photograph').files[0].name === 'IMG_0001.jpg'"), "it is drawn anew");
        Assert.InRange(await page.EvaluateAsync<int>("document.getElementById('photograph').files[0].size"), 1, 300_000);
        await page.ClickAsync("form[action$='/confirm'] button[type=submit]");
        await Assertions.Expect(page.Locator(".done [role=status]")).ToBeVisibleAsync();

        await GoAsync(page, $"/hand-tasks/{task}");
        var width = await page.Locator("img[src$='/photograph']")
            .EvaluateAsync<int>("picture => picture.decode().then(() => picture.naturalWidth)");
        Assert.Equal(1_280, width);
    }

    [Fact]
    public async Task The_list_of_the_day_for_loudspeakers_is_printed_with_the_words_of_all_and_nothing_to_tap()
    {
        var page = await OpenAsync("/hand-tasks/loudspeakers");
        var words = page.Locator(".aloud");
        Assert.InRange(await words.CountAsync(), 2, 12);
        await Assertions.Expect(words.Last).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        for (var at = 0; at < await words.CountAsync(); at++)
        {
            await Assertions.Expect(words.Nth(at)).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.Locator(".script form").First).ToBeHiddenAsync();
        var pages = PrintedPages.Of(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.All(pages.Sizes, size => Assert.Equal(PrintedPages.A4, size));
    }

    [Fact]
    public async Task It_can_be_installed()
    {
        var page = await OpenAsync("/today");
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

    [Fact]
    public async Task A_day_of_a_communicator_on_a_slow_network_that_breaks_off_loses_nothing_and_does_nothing_twice()
    {
        var mine = await WantedAsync("mot-ngay-dich");
        var others = await WantedAsync("mot-ngay-duyet");
        using (var colleague = site.Visit(Site.OtherCommunicator))
        using (await colleague.PostAsync(others, others + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5.")))
        {
        }

        await site.HandInAsync(
            $"items/{ReadAloud}.md",
            SampleFiles.Article("Một ngày đọc", "Xã họp ngày 5.", frontMatter: "communes: [bung-lao]")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal));
        await site.PublishAsync();
        var page = await NewAsync(Site.Communicator, ServiceWorkerPolicy.Block);
        await page.AddInitScriptAsync(Share);
        await SlowAsync(page);
        await GoAsync(page, "/today");
        await Assertions.Expect(page.Locator(".today > li").First).ToBeVisibleAsync();
        await SoundAsync(page);
        await PictureAsync(page, "today-slow");

        await TranslateAsync(page, mine);
        await page.ClickAsync("a[href='/today/next']");
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await ReviewAsync(page, others);
        await RecordAsync(page);
        await ShareAsync(page);
        await ShareVoiceAsync(page);
        await TellMeetingAsync(page);
        await ConfirmTwentyAsync();

        Assert.Equal((1, 1), (await CountAsync("mot-ngay-dich", "translation-drafted"), await CountAsync("mot-ngay-dich", "translation-submitted")));
        Assert.Equal(1, await CountAsync("mot-ngay-duyet", "translation-approved"));
        Assert.Equal(1, await CountAsync(ReadAloud, "recording-submitted"));
    }

    /// <summary>With the keyboard on the screen; the network breaks off before it is sent.</summary>
    private async Task TranslateAsync(IPage page, string address)
    {
        await GoAsync(page, address);
        await page.ClickAsync("#keyboard-open");
        foreach (var (field, words) in new[] { ("#s0", "ꪼꪕ"), ("#s1", "ꪼꪕ 5.") })
        {
            await page.FocusAsync(field);
            foreach (var letter in words)
            {
                await TapAsync(page, letter);
            }
        }

        await page.ClickAsync("#keyboard [data-close]");
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("button[formaction$='/segments/submit']");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Mất kết nối");
        await page.Context.SetOfflineAsync(false);
        await page.WaitForURLAsync("**?done=submitted");
        await SlowAsync(page);
        var stored = await TranslationAsync("mot-ngay-dich");
        Assert.Equal((TranslationState.InReview, "ꪼꪕ", "ꪼꪕ 5."), (stored.State, stored.Text.Title, stored.Text.Body));
    }

    private async Task ReviewAsync(IPage page, string address)
    {
        await GoAsync(page, address);
        await page.ClickAsync("a[href='#duyet']");
        await Assertions.Expect(page.Locator("#duyet .sets-off")).ToBeVisibleAsync();
        await PictureAsync(page, "review-slow");
        await page.ClickAsync("#duyet form[action$='/approve'] button");
        await page.WaitForURLAsync("**?done=translation-approved");
        Assert.Equal(TranslationState.Approved, (await TranslationAsync("mot-ngay-duyet")).State);
    }

    /// <summary>Reads two sentences into the microphone; the network breaks off before they are sent.</summary>
    private async Task RecordAsync(IPage page)
    {
        await GoAsync(page, $"/recordings/{ReadAloud}.1.vi");
        var sentences = page.Locator("li[data-sentence]");
        await Assertions.Expect(sentences).ToHaveCountAsync(2);
        for (var at = 0; at < 2; at++)
        {
            // What makes MP3 of it comes over the slow network first.
            await sentences.Nth(at).Locator("[data-record]").ClickAsync();
            await Assertions.Expect(sentences.Nth(at).Locator("[data-standing]")).ToHaveTextAsync("1 s", new() { Timeout = 60_000 });
            await page.WaitForFunctionAsync("document.getElementById('level').value > 0.05");
            await sentences.Nth(at).Locator("[data-record]").ClickAsync();
            await Assertions.Expect(sentences.Nth(at).Locator("[data-play]")).ToBeVisibleAsync();
        }

        await PictureAsync(page, "record-slow");
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("form[data-send] button");
        await Assertions.Expect(page.Locator("#recorder-status")).ToContainTextAsync("Mất mạng");
        await page.Context.SetOfflineAsync(false);
        await SlowAsync(page);
        await page.ClickAsync("form[data-send] button");
        await page.WaitForURLAsync("**?done=recording-submitted");
        var stored = await site.Get<RecordingReader>().FindAsync(
            TextId.Parse($"{ReadAloud}.1.vi", null), TestContext.Current.CancellationToken);
        Assert.Equal((RecordingState.InReview, 2), (stored!.Value.State, stored.Value.Parts.Length));
    }

    /// <summary>A colleague has listened to it, and it goes to the village's group with the words.</summary>
    private async Task ShareVoiceAsync(IPage page)
    {
        var approved = await site.Get<RecordingService>().ApproveAsync(
            TextId.Parse($"{ReadAloud}.1.vi", null),
            await site.PersonAsync(Site.OtherCommunicator),
            ETag.All,
            TestContext.Current.CancellationToken);
        Assert.True(approved.IsDone, approved.Problem?.Code);
        await GoAsync(page, $"/hand-tasks/{await site.HandTaskAsync("bung-lao", ReadAloud)}");
        await page.ClickAsync("#share", new() { Timeout = 90_000 });
        await Assertions.Expect(page.Locator("#share-status")).ToContainTextAsync("Đã làm");
        Assert.Contains("audio/mpeg", await page.EvaluateAsync<string>("window.shared[0].files.join(' ')"), StringComparison.Ordinal);
    }

    private async Task ShareAsync(IPage page)
    {
        var task = await site.HandTaskAsync("bung-lao", Site.Illustrated);
        await GoAsync(page, $"/hand-tasks/{task}");

        // The card comes over the slow network first.
        await page.ClickAsync("#share", new() { Timeout = 90_000 });
        await Assertions.Expect(page.Locator("#share-status")).ToContainTextAsync("Đã làm");
        Assert.Equal(
            await page.InputValueAsync("#text"), (await page.EvaluateAsync<string>("window.shared[0].text")).ReplaceLineEndings("\n"));
        Assert.StartsWith("image/", await page.EvaluateAsync<string>("window.shared[0].files[0] || 'no file'"), StringComparison.Ordinal);
        await PictureAsync(page, "share-slow");
        if (await page.Locator("#link").CountAsync() > 0)
        {
            await page.FillAsync("#link", "https://zalo.me/g/mau");
        }

        await page.ClickAsync("form[action$='/confirm'] button[type=submit]");
        await Assertions.Expect(page.Locator("[role=status]").First).ToBeVisibleAsync();
        Assert.Equal(DeliveryState.Delivered, (await site.DeliveryAsync(task.ToString())).State);
    }

    private async Task TellMeetingAsync(IPage page)
    {
        await GoAsync(page, "/meetings/new?kind=village-meeting");
        await page.FillAsync("#told-place", "bản Huổi Một Ngày");
        await PictureAsync(page, "meeting-slow");
        await page.ClickAsync("form[action='/meetings/new'] button[type=submit]");
        await page.WaitForURLAsync("**done=meeting-told");
        await GoAsync(page, "/today");
        var close = page.Locator("a[href$='/close']");
        while (await close.CountAsync() == 0)
        {
            // What is to be told of a meeting stands behind what is more urgent.
            await GoAsync(page, (await page.GetAttributeAsync("a[rel=next]", "href"))!);
        }

        await close.First.ClickAsync();
        await page.FillAsync("#told-attendance", "45");
        await PictureAsync(page, "meeting-close");
        await page.ClickAsync("form[action$='/close'] button[type=submit]");
        await page.WaitForURLAsync("**done=meeting-told");
        await Assertions.Expect(page.Locator(".cards").First).ToContainTextAsync("45");
    }

    /// <summary>The network is lost when the button is pressed, and back a while later.</summary>
    private async Task ConfirmTwentyAsync()
    {
        var before = await CountAsync(Site.Published, "hand-task-confirmed");
        var page = await NewAsync(Site.GroupKeeper, ServiceWorkerPolicy.Block);
        await SlowAsync(page);
        await GoAsync(page, $"/hand-tasks?item={Site.Published}.1.vi&channel=group");
        var ids = new List<string>();
        for (var at = 0; at < 20; at++)
        {
            var box = page.Locator("input[type=checkbox][name=id]").Nth(at);
            ids.Add((await box.GetAttributeAsync("value"))!);
            await box.CheckAsync();
        }

        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync(".sticky button");
        await Assertions.Expect(page.Locator(".sticky [role=status]")).ToContainTextAsync("có mạng lại thì máy tự gửi");
        await PictureAsync(page, "confirm-offline");
        Assert.Equal(before, await CountAsync(Site.Published, "hand-task-confirmed"));
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator(".done [role=status]")).ToContainTextAsync("20", new() { Timeout = 30_000 });
        Assert.Equal(before + 1, await CountAsync(Site.Published, "hand-task-confirmed"));
        foreach (var id in ids)
        {
            Assert.Equal(DeliveryState.Delivered, (await site.DeliveryAsync(id)).State);
        }

        // What was done can be undone, and the next thing follows.
        await Assertions.Expect(page.Locator(".done button")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("a[href='/today/next']")).ToBeVisibleAsync();
    }

    /// <summary>As large as cameras make them: six megabytes without compression.</summary>
    private static byte[] Photograph(int width, int height)
    {
        const int header = 54;
        var file = new byte[header + (width * height * 3)];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), header);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), header - 14);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), height);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(28), 24);
        return file;
    }

    private static async Task TapAsync(IPage page, char letter)
    {
        var key = page.Locator($"#keyboard [data-insert=\"{letter}\"]");
        if (!await key.IsVisibleAsync())
        {
            await page.ClickAsync($"#keyboard [data-pane='{await key.EvaluateAsync<string>("key => key.closest('.keys').id")}']");
        }

        await key.ClickAsync();
    }

    /// <summary>400 ms away, 30 KB in a second.</summary>
    private static async Task SlowAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["offline"] = false,
            ["latency"] = 400,
            ["downloadThroughput"] = 30 * 1024,
            ["uploadThroughput"] = 30 * 1024,
        });
    }

    private static async Task SoundAsync(IPage page)
    {
        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
        Assert.Empty(found.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 1, 6000);
    }

    private static Task<int> DraftsAsync(IPage page) =>
        page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('draft ')).length");

    private async Task<string> WantedAsync(string item)
    {
        await site.HandInAsync(
            $"items/{item}.md",
            SampleFiles.Article("Tin mới", body: "Xã họp ngày 5.", approved: false, frontMatter: "communes: [bung-lao]"));
        return $"/translations/{item}.1.{Site.Thai}";
    }

    private async Task<TranslatedVersion> TranslationAsync(string item) => (await site.TranslationAsync($"{item}.1.{Site.Thai}")).Value;

    private async Task<int> CountAsync(string item, string what) =>
        (await site.Get<ItemReader>().HistoryPageAsync(new(item), null, 200, TestContext.Current.CancellationToken)).Rows
            .Count(row => row.Value.What == what);

    private async Task<IPage> OpenAsync(string path, string person = Site.Communicator)
    {
        var page = await NewAsync(person, ServiceWorkerPolicy.Allow);
        await GoAsync(page, path);
        return page;
    }

    private async Task<IPage> NewAsync(string? person, ServiceWorkerPolicy workers)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, ServiceWorkers = workers });
        if (person is not null)
        {
            await ActAsAsync(page, person);
        }

        return page;
    }

    private Task ActAsAsync(IPage page, string person) =>
        page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = person, Url = site.Address.ToString() }]);

    private Task<IResponse?> GoAsync(IPage page, string path) => page.GotoAsync(new Uri(site.Address, path).ToString());

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"phone-{name}.png"), FullPage = true });
        }
    }
}
