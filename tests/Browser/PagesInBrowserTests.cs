using Deque.AxeCore.Playwright;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Intake;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;
using Dissemination.Tests.Web;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

public sealed class PagesInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    /// <summary>A folder to leave pictures of the pages in, for people who want to look at them.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    public static TheoryData<string, string?> Pages => new()
    {
        { "/", null }, { "/?lang=en", null }, { "/sign-in", null }, { "/feeds", null }, { "/preview", null }, { "/preview/bung-lao", null },
        { $"/posts/{Site.Published}/{Site.Thai}", null },
        { $"/posts/{Site.Illustrated}/vi", null },
        { "/khong-co", null },
        { "/hand-in", Site.Staff }, { "/hand-in/rejected", Site.Staff }, { "/items", Site.Staff },
        { $"/items/{Site.Published}", Site.Staff },
        { $"/items/{Site.Published}?language={Site.Thai}", Site.Staff },
        { $"/items/{Site.Unapproved}", Site.Approver },
        { "/calendar", Site.Staff },
        { "/calendar?view=week&lang=en", Site.Approver },
        { $"/calendar/{Site.Unapproved}", Site.Staff },
        { $"/items/{Site.Unapproved}?return=true&lang=en", Site.Approver },
        { "/approvals", Site.Approver },
        { "/today", Site.Communicator }, { "/today?lang=en", Site.GroupKeeper }, { "/today", "sin-thau-1" },
        { "/inbox", Site.Communicator }, { "/recordings", Site.Communicator }, { $"/inbox/slogans?language={Site.Thai}", Site.Communicator },
        { $"/translations/{Site.Published}.1.hmn-Latn-x-chv", "na-bung-1" },
        { $"/translations/{Site.Troubled}.1.hmn-Latn-x-chv", "na-bung-1" },
        { $"/translations/{Site.Troubled}.1.hmn-Latn-x-chv", Site.Staff },
        { "/assignments", Site.Staff },
        { "/glossary?language=blt-Tavt", Site.Staff },
        { "/glossary?language=mww-Latn-x-rpa&lang=en", Site.Communicator },
        { "/glossary/filled", Site.Staff },
        { "/memory/filled", Site.Staff },
        { "/memory?language=blt-Tavt", Site.Communicator },
        { $"/translations/{Site.Published}.1.mww-Latn-x-rpa", "muong-nhe-1" },
        { "/translations/converted", "muong-nhe-1" },
        { "/translations/variant", "na-bung-1" },
        { "/hand-tasks", Site.Communicator }, { "/hand-tasks/first", Site.Communicator },
        { "/hand-tasks", Site.Staff },
        { "/hand-tasks", Site.GroupKeeper },
        { $"/hand-tasks?item={Site.Published}.1.vi&channel=group&ticked=all", Site.GroupKeeper },
        { "/hand-tasks?lang=en", Site.GroupKeeper },
        { "/hand-tasks/confirmed", Site.Communicator },
        { "/hand-tasks/loudspeakers", Site.Communicator },
        { "/hand-tasks/done", Site.OtherCommunicator },
        { "/inbox", "na-tau-1" },
        { "/held", "sin-thau-1" },
        { "/campaign", Site.Leader },
        { "/campaign?lang=en&language=blt-Tavt", Site.Staff },
        { "/campaign/communes/bung-lao?language=blt-Tavt", Site.Leader },
        { "/campaign/communes/bung-lao/results", Site.Communicator },
        { "/campaign/communes/na-bung/results?lang=en", Site.Staff },
        { "/reports", Site.Leader },
        { $"/reports/{Site.Published}", Site.Leader },
        { "/troubles", Site.Staff },
        { "/troubles?class=credential&commune=na-tau&lang=en", Site.Staff },
        { "/access", Site.Staff }, { "/access?lang=en", Site.Staff }, { "/record", Site.Staff }, { "/status", Site.Staff },
        { "/account", Site.Communicator },
        { "/connections", Site.Staff },
        { "/connections?commune=na-tau", Site.Staff },
        { $"/items/{Site.Published}/deliveries", Site.Staff },
        { "/hand-in", Site.Leader },
        { "/meetings", Site.Communicator },
        { "/meetings/new", Site.Communicator },
        { "/meetings/new?what=opinions&lang=en", Site.Staff },
        { "/meetings/told", Site.Communicator },
        { "/meetings/told/close", Site.Communicator },
        { "/meetings/new?kind=village-meeting", Site.Communicator },
        { "/meetings", Site.Staff },
        { "/meetings/sheet", Site.Staff },
        { "/meetings/summary", Site.Leader },
        { "/meetings/summary?lang=en", Site.Staff },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_sound_and_fits_a_phone(string path, string? person)
    {
        var page = await OpenAsync(await AddressAsync(path), person);
        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
        Assert.Empty(found.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        await PictureAsync(page, path, person);
    }

    [Fact]
    public async Task The_second_of_two_who_save_keeps_its_words_and_sees_both()
    {
        var address = $"/translations/{Site.Troubled}.1.hmn-Latn-x-chv";
        var first = await OpenAsync(address, "na-bung-1");
        var second = await OpenAsync(address, "na-bung-2");
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
        await PictureAsync(second, "conflict", "na-bung-2");
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
        var page = await OpenAsync(address, "muong-nhe-1");
        await page.ClickAsync("#whole summary");
        var field = page.Locator("#pictures-0");
        var box = (await field.BoundingBoxAsync())!;
        Assert.InRange(box.X + box.Width, 300, 360);
        Assert.InRange(box.Height, 44, 80);
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        Assert.Empty((await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate")
            .Select(violation => violation.Id));

        await page.FillAsync("#body", "Cov lus");
        await page.GetByLabel(await page.Locator("label[for=pictures-0]").InnerTextAsync()).FillAsync("Roob hauv Điện Biên");
        await page.ClickAsync("form[action='" + address + "'] button.quiet");
        await Assertions.Expect(page.GetByText("Đã lưu nháp.")).ToBeVisibleAsync();
        Assert.Equal(
            "Roob hauv Điện Biên",
            (await site.TranslationAsync($"{Site.Illustrated}.1.mww-Latn-x-rpa")).Value.Text.Pictures!.TrimEnd('\n'));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_meeting_is_told_on_a_phone_with_scripts_and_without(bool script)
    {
        var place = script ? "bản Huổi Cáy" : "bản Co Nỏng";
        var page = await OpenAsync("/inbox", Site.OtherCommunicator, script);
        await page.ClickAsync("a[href='/meetings/new']");
        await page.SelectOptionAsync("#told-kind", "village-meeting");
        await page.FillAsync("#told-day", "2026-11-19");
        await page.FillAsync("#told-place", place);
        await page.FillAsync("#told-attendance", "45");
        await page.CheckAsync("input[name=languages][value=blt-Tavt]");
        Assert.InRange((await page.Locator("#told-attendance").BoundingBoxAsync())!.Height, 44, 80);
        await page.ClickAsync("form[action='/meetings/new'] button[type=submit]");
        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".cards")).ToContainTextAsync(place);

        // The same once more is asked about, with what was typed still there.
        await page.GotoAsync(new Uri(site.Address, "/meetings/new").ToString());
        await page.SelectOptionAsync("#told-kind", "village-meeting");
        await page.FillAsync("#told-day", "2026-11-19");
        await page.FillAsync("#told-place", place);
        await page.ClickAsync("form[action='/meetings/new'] button[type=submit]");
        await Assertions.Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("input[name=another]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#told-place")).ToHaveValueAsync(place);
    }

    [Fact]
    public async Task A_sheet_is_looked_at_on_a_phone_before_it_is_taken()
    {
        const string Head = "Loại;Ngày;Giờ;Nơi họp;Số người dự;Ý kiến trực tiếp\n";
        const string Sound = "Họp bản;18/11/2026;19h30;bản Pá Tong;1.040;\nGóp ý;18/11/2026;;;;12\n";
        var page = await OpenAsync("/meetings/sheet", Site.Communicator, script: false);
        await SendAsync(Head + Sound + "Họp bản;31/11/2026;;bản Pá Tong;chừng 40;\n");
        await Assertions.Expect(page.Locator(".problems li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("form[action='/meetings/sheet/take']")).ToHaveCountAsync(0);
        await PictureAsync(page, "sheet-wrong", Site.Communicator);

        await SendAsync(Head + Sound);
        await PictureAsync(page, "sheet-sound", Site.Communicator);
        await page.ClickAsync("form[action='/meetings/sheet/take'] button");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("2");
        await Assertions.Expect(page.Locator(".cards")).ToContainTextAsync("1.040");

        async Task SendAsync(string sheet)
        {
            await page.SetInputFilesAsync(
                "#file", new FilePayload { Name = "thang-11.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(sheet) });
            await page.ClickAsync("form[action='/meetings/sheet'] button");
        }
    }

    [Fact]
    public async Task A_file_that_is_handed_in_tells_by_itself_what_became_of_it()
    {
        var page = await OpenAsync("/hand-in", Site.Staff);
        var text = Flow.SampleFiles.Article("Nộp từ trình duyệt", approved: false);
        await page.SetInputFilesAsync(
            "#files",
            new FilePayload { Name = "tu-trinh-duyet.md", MimeType = "text/markdown", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.ClickAsync("main form button");
        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();

        // The trigger finds the blob and takes it in.
        var handedIn = site.Store.Container(Containers.Content).GetBlobClient("items/tu-trinh-duyet.md");
        await site.Get<ContentIntake>().TakeAsync(handedIn, TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator("a[href='/items/tu-trinh-duyet']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_handed_in_is_folded_on_a_phone_and_unfolds_without_scripts()
    {
        var page = await OpenAsync("/hand-in", Site.Staff, script: false);
        Assert.InRange((await page.Locator("body").BoundingBoxAsync())!.Height, 1, 3_400);
        var older = page.Locator("main details > ul > li").First;
        await Assertions.Expect(older).ToBeHiddenAsync();
        await page.ClickAsync("main details > summary");
        await Assertions.Expect(older).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_hand_task_is_copied_confirmed_and_undone_with_a_tap_each()
    {
        var task = await site.HandTaskAsync("muong-ang", Site.Published);
        var page = await OpenAsync($"/hand-tasks/{task}", "muong-ang-1");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.ClickAsync("button[data-copy]");
        await Assertions.Expect(page.Locator("#text-status")).ToHaveTextAsync("Đã sao chép.");
        Assert.Equal(
            await page.InputValueAsync("#text"),
            (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ReplaceLineEndings("\n"));

        await page.ClickAsync($"form[action='/hand-tasks/{task}/confirm'] button[type=submit]");
        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"input[type=checkbox][value='{task}']")).ToHaveCountAsync(0);
        await PictureAsync(page, "confirmed", "muong-ang-1");
        await page.ClickAsync(".done button");
        await Assertions.Expect(page.Locator($"input[type=checkbox][value='{task}']")).ToHaveCountAsync(1);

        await page.CheckAsync($"input[type=checkbox][value='{task}']");
        await page.ClickAsync(".sticky button");
        await Assertions.Expect(page.Locator($"input[type=checkbox][value='{task}']")).ToHaveCountAsync(0);
        Assert.Equal(DeliveryState.Delivered, (await site.DeliveryAsync(task.ToString())).State);
    }

    [Fact]
    public async Task Without_a_script_the_words_can_still_be_selected_and_no_button_promises_more()
    {
        var task = await site.HandTaskAsync("muong-ang", Site.Illustrated);
        var page = await OpenAsync($"/hand-tasks/{task}", "muong-ang-1", script: false);
        await Assertions.Expect(page.Locator("button[data-copy]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#text")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Thái_letters_are_shown_by_the_font_of_the_pages_own()
    {
        var page = await OpenAsync($"/posts/{Site.Published}/{Site.Thai}", person: null);
        Assert.True(
            await page.EvaluateAsync<bool>(
                "document.fonts.ready.then(() => [...document.fonts].some(font => font.family.includes('Tai Heritage Pro') && font.status === 'loaded'))"));
    }

    [Fact]
    public async Task The_keyboard_comes_first_to_the_way_past_the_navigation()
    {
        var page = await OpenAsync("/feeds", person: null);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
    }

    private async Task<IPage> OpenAsync(string path, string? person, bool script = true)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, JavaScriptEnabled = script });
        if (person is not null)
        {
            await page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = person, Url = site.Address.ToString() }]);
        }

        await page.GotoAsync(new Uri(site.Address, path).ToString());
        return page;
    }

    private async Task<string> AddressAsync(string path) => path switch
    {
        "/hand-in/rejected" => $"/hand-in/{site.Rejected.Id}",
        "/hand-tasks/first" => $"/hand-tasks/{await site.HandTaskAsync("bung-lao", Site.Illustrated)}",
        "/glossary/filled" => await GlossaryAsync("twh-Tavt"),
        "/memory/filled" => await MemoryAsync("twh-Tavt"),
        "/translations/converted" => $"/translations/{await ConvertedAsync($"{Site.Published}.1.mww-Latn-x-rpa", "muong-nhe-1")}",
        "/translations/variant" => $"/translations/{await VariantAsync($"{Site.Published}.1.hmn-Latn-x-chv", "na-bung-1")}",
        "/meetings/told" => $"/meetings/{await ToldAsync()}",
        "/meetings/told/close" => $"/meetings/{await ToldAsync()}/close",
        "/hand-tasks/confirmed" => $"/hand-tasks/{await ConfirmedAsync("bung-lao", Site.OtherCommunicator)}",
        _ => path,
    };

    /// <summary>A meeting that was corrected.</summary>
    private async Task<ToldId> ToldAsync()
    {
        var (service, person) = (site.Get<MeetingService>(), await site.PersonAsync(Site.Communicator));
        var told = Reach.Meetings.MeetingText.Meeting("bung-lao", new(2026, 11, 20), 45, "bản Xuân Lao");
        var added = await service.AddAsync(Reach.Meetings.MeetingText.Input(told), person, CancellationToken.None);
        if (added.Value is { } one)
        {
            var better = told with { Meeting = told.Meeting! with { Attendance = 54 } };
            await service.CorrectAsync(
                one.Record.Id, Reach.Meetings.MeetingText.Input(better, "đếm lại"), one.Version, person, CancellationToken.None);
        }

        return ToldId.Of(told);
    }

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

    private async Task<DeliveryId> ConfirmedAsync(string commune, string person)
    {
        var task = await site.HandTaskAsync(commune, Site.Published);
        await site.Get<DeliveryCommands>().ConfirmAsync(task, 40, await site.PersonAsync(person), TestContext.Current.CancellationToken);
        return task;
    }

    private static async Task PictureAsync(IPage page, string path, string? person)
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
