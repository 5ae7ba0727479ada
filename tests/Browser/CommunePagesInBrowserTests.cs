using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Reach.Meetings;
using Dissemination.Tests.Web;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>What waits for a commune’s people, what they tell, and what leadership sees of it, on a phone.</summary>
public sealed class CommunePagesInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    public static TheoryData<string, string?> Pages => new()
    {
        { "/today", Site.Communicator },
        { "/today?lang=en", Site.GroupKeeper },
        { "/today", "sin-thau-1" },
        { "/inbox", Site.Communicator },
        { "/recordings", Site.Communicator },
        { $"/inbox/slogans?language={Site.Thai}", Site.Communicator },
        { "/hand-tasks", Site.Communicator },
        { "/hand-tasks/first", Site.Communicator },
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
        { "/account", Site.Communicator },
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

    private PhoneScreen Phone => new(site, browser);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_sound_and_fits_a_phone(string path, string? person)
    {
        var page = await Phone.OpenAsync(await AddressAsync(path), person);
        await PhoneScreen.AssertSoundAsync(page);
        await PhoneScreen.PictureAsync(page, path, person);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_meeting_is_told_on_a_phone_with_scripts_and_without(bool script)
    {
        var place = script ? "bản Huổi Cáy" : "bản Co Nỏng";
        var page = await Phone.OpenAsync("/inbox", Site.OtherCommunicator, script);
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
        var page = await Phone.OpenAsync("/meetings/sheet", Site.Communicator, script: false);
        await SendAsync(Head + Sound + "Họp bản;31/11/2026;;bản Pá Tong;chừng 40;\n");
        await Assertions.Expect(page.Locator(".problems li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("form[action='/meetings/sheet/take']")).ToHaveCountAsync(0);
        await PhoneScreen.PictureAsync(page, "sheet-wrong", Site.Communicator);

        await SendAsync(Head + Sound);
        await PhoneScreen.PictureAsync(page, "sheet-sound", Site.Communicator);
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
    public async Task A_hand_task_is_copied_confirmed_and_undone_with_a_tap_each()
    {
        var task = await site.HandTaskAsync("muong-ang", Site.Published);
        var page = await Phone.OpenAsync($"/hand-tasks/{task}", "muong-ang-1");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.ClickAsync("button[data-copy]");
        await Assertions.Expect(page.Locator("#text-status")).ToHaveTextAsync("Đã sao chép.");
        Assert.Equal(
            await page.InputValueAsync("#text"),
            (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ReplaceLineEndings("\n"));

        await page.ClickAsync($"form[action='/hand-tasks/{task}/confirm'] button[type=submit]");
        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"input[type=checkbox][value='{task}']")).ToHaveCountAsync(0);
        await PhoneScreen.PictureAsync(page, "confirmed", "muong-ang-1");
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
        var page = await Phone.OpenAsync($"/hand-tasks/{task}", "muong-ang-1", script: false);
        await Assertions.Expect(page.Locator("button[data-copy]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#text")).ToBeVisibleAsync();
    }

    private async Task<string> AddressAsync(string path) => path switch
    {
        "/hand-tasks/first" => $"/hand-tasks/{await site.HandTaskAsync("bung-lao", Site.Illustrated)}",
        "/hand-tasks/confirmed" => $"/hand-tasks/{await ConfirmedAsync("bung-lao", Site.OtherCommunicator)}",
        "/meetings/told" => $"/meetings/{await ToldAsync()}",
        "/meetings/told/close" => $"/meetings/{await ToldAsync()}/close",
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

    private async Task<DeliveryId> ConfirmedAsync(string commune, string person)
    {
        var task = await site.HandTaskAsync(commune, Site.Published);
        await site.Get<DeliveryCommands>().ConfirmAsync(task, 40, await site.PersonAsync(person), TestContext.Current.CancellationToken);
        return task;
    }
}
