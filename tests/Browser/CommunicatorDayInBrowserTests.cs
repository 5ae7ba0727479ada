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

/// <summary>A communicator’s day with what waits: on a slow network that breaks off, and in long lists.</summary>
public sealed class CommunicatorDayInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    /// <summary>An item of Búng Lao’s that is read aloud.</summary>
    private const string ReadAloud = "mot-ngay-doc";

    private const string Share = """
        window.shared = [];
        navigator.canShare = () => true;
        navigator.share = what => { window.shared.push({ text: what.text, files: (what.files || []).map(file => file.type) }); return Promise.resolve(); };
        """;

    private CommunicatorPhone Phone => new(site, browser);

    [Fact]
    public async Task Enter_behind_a_link_confirms_what_is_ticked_and_long_lists_are_folded()
    {
        var page = await Phone.OpenAsync($"/hand-tasks?item={Site.Illustrated}.1.vi&channel=group", Site.GroupKeeper);
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

        foreach (var (path, name, most) in new[]
        {
            ($"/hand-tasks?item={Site.Published}.1.vi&channel=group&ticked=all", "tasks", 3_600),
            ("/hand-tasks?ticked=all", "all-tasks", 3_600),
            ("/hand-tasks/loudspeakers", "loudspeakers", 4_600),
        })
        {
            await Phone.GoAsync(page, path);
            await CommunicatorPhone.SoundAsync(page);
            await CommunicatorPhone.PictureAsync(page, $"folded-{name}");
            Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 1, most);
        }
    }

    [Fact]
    public async Task A_day_of_a_communicator_on_a_slow_network_that_breaks_off_loses_nothing_and_does_nothing_twice()
    {
        var mine = await Phone.WantedAsync("mot-ngay-dich");
        var others = await Phone.WantedAsync("mot-ngay-duyet");
        using (var colleague = site.Visit(Site.OtherCommunicator))
        using (await colleague.PostAsync(others, others + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5.")))
        {
        }

        await site.HandInAsync(
            $"items/{ReadAloud}.md",
            SampleFiles.Article("Một ngày đọc", "Xã họp ngày 5.", frontMatter: "communes: [bung-lao]")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal));
        await site.PublishAsync();
        var page = await Phone.NewAsync(Site.Communicator, ServiceWorkerPolicy.Block);
        await page.AddInitScriptAsync(Share);
        var network = await SlowNetwork.OfAsync(page);
        await Phone.GoAsync(page, "/today");
        await Assertions.Expect(page.Locator(".today > li").First).ToBeVisibleAsync();
        await CommunicatorPhone.SoundAsync(page);
        await CommunicatorPhone.PictureAsync(page, "today-slow");

        await TranslateAsync(page, network, mine);
        await page.ClickAsync("a[href='/today/next']");
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await ReviewAsync(page, others);
        await RecordAsync(page, network);
        await ShareAsync(page);
        await ShareVoiceAsync(page);
        await TellMeetingAsync(page);
        await ConfirmTwentyAsync();

        Assert.Equal(
            (1, 1),
            (await Phone.CountAsync("mot-ngay-dich", "translation-drafted"), await Phone.CountAsync("mot-ngay-dich", "translation-submitted")));
        Assert.Equal(1, await Phone.CountAsync("mot-ngay-duyet", "translation-approved"));
        Assert.Equal(1, await Phone.CountAsync(ReadAloud, "recording-submitted"));
    }

    /// <summary>With the keyboard on the screen; the network breaks off before it is sent.</summary>
    private async Task TranslateAsync(IPage page, SlowNetwork network, string address)
    {
        await Phone.GoAsync(page, address);
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
        await network.BreakOffAsync();
        await page.ClickAsync("button[formaction$='/segments/submit']");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Mất kết nối");
        await network.ComeBackAsync();
        await page.WaitForURLAsync("**?done=submitted");
        var stored = await Phone.TranslationAsync("mot-ngay-dich");
        Assert.Equal((TranslationState.InReview, "ꪼꪕ", "ꪼꪕ 5."), (stored.State, stored.Text.Title, stored.Text.Body));
    }

    private async Task ReviewAsync(IPage page, string address)
    {
        await Phone.GoAsync(page, address);
        await page.ClickAsync("a[href='#duyet']");
        await Assertions.Expect(page.Locator("#duyet .sets-off")).ToBeVisibleAsync();
        await CommunicatorPhone.PictureAsync(page, "review-slow");
        await page.ClickAsync("#duyet form[action$='/approve'] button");
        await page.WaitForURLAsync("**?done=translation-approved");
        Assert.Equal(TranslationState.Approved, (await Phone.TranslationAsync("mot-ngay-duyet")).State);
    }

    /// <summary>Reads two sentences into the microphone; the network breaks off before they are sent.</summary>
    private async Task RecordAsync(IPage page, SlowNetwork network)
    {
        await Phone.GoAsync(page, $"/recordings/{ReadAloud}.1.vi");
        var sentences = page.Locator("li[data-sentence]");
        await Assertions.Expect(sentences).ToHaveCountAsync(2);
        for (var at = 0; at < 2; at++)
        {
            // What makes MP3 of it comes over the slow network first.
            await sentences.Nth(at).Locator("[data-record]").ClickAsync();
            await Recorder.SecondIsReadAsync(sentences.Nth(at));
            await Eventually.IsTrueAsync(
                () => page.EvaluateAsync<bool>("document.getElementById('level').value > 0.05"), "the level meter hears the voice");
            await sentences.Nth(at).Locator("[data-record]").ClickAsync();
            await Assertions.Expect(sentences.Nth(at).Locator("[data-play]")).ToBeVisibleAsync();
        }

        await CommunicatorPhone.PictureAsync(page, "record-slow");
        await network.BreakOffAsync();
        await page.ClickAsync("form[data-send] button");
        await Assertions.Expect(page.Locator("#recorder-status")).ToContainTextAsync("Mất mạng");
        await network.ComeBackAsync();
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
        await Phone.GoAsync(page, $"/hand-tasks/{await site.HandTaskAsync("bung-lao", ReadAloud)}");
        await page.ClickAsync("#share");
        await Assertions.Expect(page.Locator("#share-status")).ToContainTextAsync("Đã chuyển sang ứng dụng khác");
        Assert.Contains("audio/mpeg", await page.EvaluateAsync<string>("window.shared[0].files.join(' ')"), StringComparison.Ordinal);
    }

    private async Task ShareAsync(IPage page)
    {
        var task = await site.HandTaskAsync("bung-lao", Site.Illustrated);
        await Phone.GoAsync(page, $"/hand-tasks/{task}");

        // The card comes over the slow network first.
        await page.ClickAsync("#share");
        await Assertions.Expect(page.Locator("#share-status")).ToContainTextAsync("Đã chuyển sang ứng dụng khác");
        Assert.Equal(
            await page.InputValueAsync("#text"), (await page.EvaluateAsync<string>("window.shared[0].text")).ReplaceLineEndings("\n"));
        Assert.StartsWith("image/", await page.EvaluateAsync<string>("window.shared[0].files[0] || 'no file'"), StringComparison.Ordinal);
        await CommunicatorPhone.PictureAsync(page, "share-slow");
        if (await page.Locator("#link").CountAsync() > 0)
        {
            await page.ClickAsync("details:has(#link) > summary");
            await page.FillAsync("#link", "https://zalo.me/g/mau");
        }

        await page.ClickAsync("form[action$='/confirm'] button[type=submit]");
        await Assertions.Expect(page.Locator("[role=status]").First).ToBeVisibleAsync();
        Assert.Equal(DeliveryState.Delivered, (await site.DeliveryAsync(task.ToString())).State);
    }

    private async Task TellMeetingAsync(IPage page)
    {
        await Phone.GoAsync(page, "/meetings/new?kind=village-meeting");
        await page.FillAsync("#told-place", "bản Huổi Một Ngày");
        await CommunicatorPhone.PictureAsync(page, "meeting-slow");
        await page.ClickAsync("form[action='/meetings/new'] button[type=submit]");
        await page.WaitForURLAsync("**done=meeting-told");
        await Phone.GoAsync(page, "/today");
        var close = page.Locator("a[href$='/close']");
        while (await close.CountAsync() == 0)
        {
            // What is to be told of a meeting stands behind what is more urgent.
            await Phone.GoAsync(page, (await page.GetAttributeAsync("a[rel=next]", "href"))!);
        }

        await close.First.ClickAsync();
        await page.FillAsync("#told-attendance", "45");
        await CommunicatorPhone.PictureAsync(page, "meeting-close");
        await page.ClickAsync("form[action$='/close'] button[type=submit]");
        await page.WaitForURLAsync("**done=meeting-told");
        await Assertions.Expect(page.Locator(".cards").First).ToContainTextAsync("45");
    }

    /// <summary>The network is lost when the button is pressed, and back a while later.</summary>
    private async Task ConfirmTwentyAsync()
    {
        var before = await Phone.CountAsync(Site.Published, "hand-task-confirmed");
        var page = await Phone.NewAsync(Site.GroupKeeper, ServiceWorkerPolicy.Block);
        var network = await SlowNetwork.OfAsync(page);
        await Phone.GoAsync(page, $"/hand-tasks?item={Site.Published}.1.vi&channel=group");
        var ids = new List<string>();
        for (var at = 0; at < 20; at++)
        {
            var box = page.Locator("input[type=checkbox][name=id]").Nth(at);
            ids.Add((await box.GetAttributeAsync("value"))!);
            await box.CheckAsync();
        }

        await network.BreakOffAsync();
        await page.ClickAsync(".sticky button");
        await Assertions.Expect(page.Locator(".sticky [role=status]")).ToContainTextAsync("có mạng lại thì máy tự gửi");
        await CommunicatorPhone.PictureAsync(page, "confirm-offline");
        Assert.Equal(before, await Phone.CountAsync(Site.Published, "hand-task-confirmed"));
        await network.ComeBackAsync();
        await Assertions.Expect(page.Locator(".done [role=status]")).ToContainTextAsync("20");
        Assert.Equal(before + 1, await Phone.CountAsync(Site.Published, "hand-task-confirmed"));
        foreach (var id in ids)
        {
            Assert.Equal(DeliveryState.Delivered, (await site.DeliveryAsync(id)).State);
        }

        // What was done can be undone, and the next thing follows.
        await Assertions.Expect(page.Locator(".done button")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("a[href='/today/next']")).ToBeVisibleAsync();
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
}
