using System.Net;
using System.Net.ServerSentEvents;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Local;
using Dissemination.Web.SignIn;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>How long a sign-in lasts, what ends it, and what asks for a fresh one. The clock moves.</summary>
public sealed class SessionTests(SignInSite site) : IClassFixture<SignInSite>
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>How long another copy of the program may remember.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task A_session_ends_after_idling_and_not_while_it_is_used()
    {
        using var desk = await site.SitAsync(SignInSite.Staff, "/items");
        for (var hours = 0; hours < 5; hours++)
        {
            site.Time.Advance(Idle - TimeSpan.FromMinutes(2));
            Assert.True(await IsInAsync(desk), $"after {hours} hours");
        }

        site.Time.Advance(Idle + TimeSpan.FromMinutes(1));
        Assert.False(await IsInAsync(desk));
    }

    [Fact]
    public async Task A_session_ends_at_latest_after_a_set_time_however_much_it_is_used()
    {
        using var desk = await site.SitAsync(SignInSite.Staff, "/items");
        var began = site.Time.GetUtcNow();
        while (site.Time.GetUtcNow() + (Idle / 2) < began + Longest)
        {
            site.Time.Advance(Idle / 2);
            Assert.True(await IsInAsync(desk));
        }

        site.Time.Advance(Idle / 2);
        Assert.False(await IsInAsync(desk));
    }

    /// <summary>An item's page asks by itself how far the item is: whoever left it open does not work any more.</summary>
    [Fact]
    public async Task A_page_that_asks_by_itself_keeps_no_session_alive()
    {
        await site.HandInAsync("items/de-mo.md", SampleFiles.Article("Để mở", approved: false));
        using var desk = await site.SitAsync(SignInSite.Staff, "/items/de-mo");
        var began = site.Time.GetUtcNow();
        while (site.Time.GetUtcNow() + TimeSpan.FromMinutes(5) < began + Idle)
        {
            site.Time.Advance(TimeSpan.FromMinutes(5));
            foreach (var asked in (string[])["/items/de-mo/way", "/items/de-mo/way/live"])
            {
                await desk.StepAsync(desk.AddressOf(asked));
                Assert.Equal((asked, HttpStatusCode.OK), (asked, desk.Status));
            }
        }

        site.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.False(await IsInAsync(desk));
    }

    [Fact]
    public async Task Who_follows_an_item_is_told_nothing_more_once_the_session_has_ended()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await site.HandInAsync("items/theo-phien.md", SampleFiles.Article("Theo phiên"));
        using var desk = await site.SitAsync(SignInSite.Staff, "/items/theo-phien");
        using var answer = await desk.ListenAsync("/items/theo-phien/way/live");
        await using var events = SseParser.Create(await answer.Content.ReadAsStreamAsync(cancellation))
            .EnumerateAsync(cancellation).GetAsyncEnumerator(cancellation);
        Assert.True(await events.MoveNextAsync());
        Assert.Contains("data-live=\"true\"", events.Current.Data, StringComparison.Ordinal);

        await site.Get<SessionEndings>().EndAllAsync(new(SignInSite.Staff), new(SignInSite.Staff), cancellation);
        var next = events.MoveNextAsync().AsTask();
        await Eventually.IsTrueAsync(
            () =>
            {
                site.Time.Advance(TimeSpan.FromSeconds(1));
                return next.IsCompleted;
            },
            "the end of the stream");

        Assert.False(await next);
    }

    [Fact]
    public async Task What_is_typed_when_a_session_has_ended_is_sent_after_signing_in_again()
    {
        await site.HandInAsync("items/het-phien.md", SampleFiles.Article("Hết phiên", approved: false));
        using var desk = await site.SitAsync(SignInSite.Staff, "/items/het-phien");
        site.Time.Advance(Idle + TimeSpan.FromMinutes(5));
        await desk.SubmitAsync("/items/het-phien/withdraw", ("reason", "Sai số liệu, để làm lại"));
        Assert.Contains("Lâu không dùng", desk.Html, StringComparison.Ordinal);
        Assert.Equal(ItemState.WaitingForApproval, await StateAsync("het-phien"));

        // The provider still knows the browser, and so asks for nothing.
        await desk.FollowAsync("Đăng nhập lại");
        Assert.Contains("Sai số liệu, để làm lại", desk.Html, StringComparison.Ordinal);
        await desk.SubmitAsync("/items/het-phien/withdraw");
        Assert.Equal((HttpStatusCode.OK, ItemState.Withdrawn), (desk.Status, await StateAsync("het-phien")));
    }

    [Fact]
    public async Task Approving_asks_for_a_fresh_sign_in_and_keeps_what_was_typed()
    {
        await site.HandInAsync("items/duyet-lai.md", SampleFiles.Article("Duyệt lại", approved: false));
        using var desk = await site.SitAsync(SignInSite.Approver, "/items/duyet-lai");
        site.Time.Advance(Fresh + TimeSpan.FromMinutes(1));
        var asked = site.Provider.Asked;
        await desk.SubmitAsync("/items/duyet-lai/approve", ("document", "MẪU-77/2026"));
        Assert.Equal(ItemState.WaitingForApproval, await StateAsync("duyet-lai"));
        await desk.FollowAsync("Đăng nhập lại");

        // The provider asks, although it knows the browser.
        Assert.Equal(asked + 1, site.Provider.Asked);
        await desk.TypeAsync(SignInSite.Approver);
        Assert.Contains("MẪU-77/2026", desk.Html, StringComparison.Ordinal);
        Assert.Equal(ItemState.WaitingForApproval, await StateAsync("duyet-lai"));
        await desk.SubmitAsync("/items/duyet-lai/approve");
        Assert.Equal((HttpStatusCode.OK, ItemState.Approved), (desk.Status, await StateAsync("duyet-lai")));
    }

    [Fact]
    public async Task Who_has_just_signed_in_approves_at_once()
    {
        await site.HandInAsync("items/duyet-ngay.md", SampleFiles.Article("Duyệt ngay", approved: false));
        using var desk = await site.SitAsync(SignInSite.Approver, "/items/duyet-ngay");
        await desk.SubmitAsync("/items/duyet-ngay/approve", ("document", "MẪU-78/2026"));
        Assert.Equal((HttpStatusCode.OK, ItemState.Approved), (desk.Status, await StateAsync("duyet-ngay")));
    }

    [Fact]
    public async Task What_an_approver_hands_in_long_after_signing_in_waits_for_another_approver()
    {
        using var desk = await site.SitAsync(SignInSite.Approver, "/hand-in");
        var atOnce = await HandInAsync(desk, "nop-ngay");
        site.Time.Advance(Fresh + TimeSpan.FromMinutes(1));
        var late = await HandInAsync(desk, "nop-muon");
        Assert.Equal((SignInSite.Approver, null), (atOnce.Approval?.By?.Value, atOnce.Claim));
        Assert.Equal(
            (SignInSite.Approver, null, ItemState.WaitingForApproval, "MẪU-01 (mẫu)"),
            (late.HandedInBy?.Value, late.Approval, late.State, late.Claim?.Document));
    }

    [Fact]
    public async Task A_session_that_the_provider_gave_without_asking_is_not_fresh()
    {
        await site.HandInAsync("items/khong-moi.md", SampleFiles.Article("Không mới", approved: false));
        using var desk = await site.SitAsync(SignInSite.Approver, "/items/khong-moi");
        site.Time.Advance(Idle + TimeSpan.FromMinutes(1));
        await desk.OpenAsync("/items/khong-moi");
        Assert.Equal("/items/khong-moi", desk.At.AbsolutePath);
        await desk.SubmitAsync("/items/khong-moi/approve", ("document", "MẪU-79/2026"));
        Assert.Equal("/sign-in/again", desk.At.AbsolutePath[..14]);
        Assert.Equal(ItemState.WaitingForApproval, await StateAsync("khong-moi"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-3600L)]
    [InlineData(3600L)]
    public async Task A_provider_that_does_not_say_that_the_sign_in_is_fresh_is_not_believed(long? seconds)
    {
        var item = $"khong-tin{seconds ?? 0}";
        await site.HandInAsync($"items/{item}.md", SampleFiles.Article("Không tin", approved: false));
        using var desk = await site.SitAsync(SignInSite.Approver, $"/items/{item}");
        site.Time.Advance(Fresh + TimeSpan.FromMinutes(1));
        await desk.SubmitAsync($"/items/{item}/approve", ("document", "MẪU-80/2026"));
        await desk.FollowAsync("Đăng nhập lại");
        site.Provider.Alters = claims =>
        {
            claims.Remove("auth_time");
            if (seconds is { } before)
            {
                claims["auth_time"] = site.Time.GetUtcNow().ToUnixTimeSeconds() + before;
            }
        };
        try
        {
            await desk.TypeAsync(SignInSite.Approver);
        }
        finally
        {
            site.Provider.Alters = null;
        }

        Assert.Contains("Đăng nhập chưa được", desk.Html, StringComparison.Ordinal);
        Assert.Equal(ItemState.WaitingForApproval, await StateAsync(item));
    }

    [Fact]
    public async Task What_somebody_typed_is_nobody_elses()
    {
        await site.HandInAsync("items/cua-ai.md", SampleFiles.Article("Của ai", approved: false));
        using var desk = await site.SitAsync(SignInSite.Approver, "/items/cua-ai");
        site.Time.Advance(Fresh + TimeSpan.FromMinutes(1));
        await desk.SubmitAsync("/items/cua-ai/approve", ("document", "MẪU-81/2026"));
        await desk.FollowAsync("Đăng nhập lại");
        await desk.TypeAsync(SignInSite.Staff);
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        Assert.DoesNotContain("MẪU-81/2026", desk.Html, StringComparison.Ordinal);
        Assert.Contains("không còn được giữ", desk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_provider_and_a_copied_cookie_with_it()
    {
        using var desk = await site.SitAsync(SignInSite.Staff, "/items");
        using var thief = desk.Copy();
        await desk.SubmitAsync("/sign-out");
        Assert.Contains("Đã đăng xuất", desk.Html, StringComparison.Ordinal);
        await desk.FollowAsync("Đăng xuất tài khoản");
        Assert.Equal(("/signed-out", ""), (desk.At.AbsolutePath, desk.At.Query));
        Assert.DoesNotContain(desk.Cookies, cookie => cookie.Key.Name == "provider");
        Assert.False(await IsInAsync(desk));
        Assert.False(await IsInAsync(thief));
    }

    [Fact]
    public async Task Who_signs_out_after_the_session_has_ended_is_forgotten_here_and_at_the_provider()
    {
        using var desk = await site.SitAsync(SignInSite.Staff, "/items");
        site.Time.Advance(Idle + TimeSpan.FromMinutes(5));
        await desk.SubmitAsync("/sign-out");
        Assert.Equal(("/signed-out", "?here=true"), (desk.At.AbsolutePath, desk.At.Query));
        Assert.Contains(desk.Forgot, address => address.AbsolutePath == "/sign-out");
        Assert.DoesNotContain(desk.Cookies, cookie => cookie.Key.Name == "__Host-session");
        await desk.FollowAsync("Đăng xuất tài khoản");
        Assert.DoesNotContain(desk.Cookies, cookie => cookie.Key.Name == "provider");
    }

    [Fact]
    public async Task No_other_site_makes_a_browser_forget_who_is_signed_in()
    {
        using var desk = await site.SitAsync(SignInSite.Staff, "/items");
        await desk.SendFromElsewhereAsync("/sign-out");
        Assert.Equal("/signed-out", desk.At.AbsolutePath);
        Assert.Empty(desk.Forgot);
    }

    [Fact]
    public async Task Nothing_is_kept_of_what_comes_with_an_old_cookie_or_of_who_has_left()
    {
        await site.HandInAsync("items/phien-cu.md", SampleFiles.Article("Phiên cũ", approved: false));
        using var gone = await site.SitAsync("can-bo-2", "/items/phien-cu");
        using var old = await site.SitAsync(SignInSite.Staff, "/items/phien-cu");
        try
        {
            await site.ChangePeopleAsync(people => string.Join('\n', people.Split('\n')
                .Where(row => !row.StartsWith("can-bo-2,", StringComparison.Ordinal))));
            site.Time.Advance(Bound);
            await gone.SubmitAsync("/items/phien-cu/withdraw", ("reason", "Đã chuyển công tác"));
        }
        finally
        {
            await site.ChangePeopleAsync(people => people);
        }

        site.Time.Advance(Longest + TimeSpan.FromMinutes(31));
        await old.SubmitAsync("/items/phien-cu/withdraw", ("reason", "Từ hôm trước"));
        Assert.All((Desk[])[gone, old], desk => Assert.DoesNotContain(
            desk.Seen, address => address.AbsolutePath.StartsWith("/sign-in/again", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_one_person_only_some_forms_are_kept_at_a_time()
    {
        await site.HandInAsync("items/nhieu-lan.md", SampleFiles.Article("Nhiều lần", approved: false));
        using var desk = await site.SitAsync(SignInSite.Approver, "/items/nhieu-lan");
        site.Time.Advance(TimeSpan.FromMinutes(31));
        for (var form = 0; form < 20; form++)
        {
            Assert.StartsWith("/sign-in/again/", await PressAsync(), StringComparison.Ordinal);
        }

        Assert.Equal("/items/nhieu-lan", await PressAsync());
        site.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.StartsWith("/sign-in/again/", await PressAsync(), StringComparison.Ordinal);
        Assert.Equal(ItemState.WaitingForApproval, await StateAsync("nhieu-lan"));

        async Task<string> PressAsync()
        {
            await desk.OpenAsync("/items/nhieu-lan");
            await desk.SubmitAsync("/items/nhieu-lan/approve", ("document", "MẪU-82/2026"));
            return desk.At.AbsolutePath;
        }
    }

    [Fact]
    public async Task A_person_ends_all_own_sessions_at_once_and_nobody_elses()
    {
        using var desk = await site.SitAsync("bung-lao-2", "/inbox");
        using var phone = await site.SitAsync("bung-lao-2", "/inbox");
        using var other = await site.SitAsync("na-bung-1", "/inbox");
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await desk.OpenAsync("/account");
        await desk.SubmitAsync("/account/end-sessions");
        Assert.Equal("/signed-out", desk.At.AbsolutePath);
        Assert.False(await IsInAsync(desk));
        Assert.False(await IsInAsync(phone));
        Assert.True(await IsInAsync(other));

        site.Time.Advance(TimeSpan.FromSeconds(1));
        await phone.OpenAsync("/inbox");
        Assert.True(await IsInAsync(phone), "who signs in again is in");
    }

    [Fact]
    public async Task Who_is_taken_out_of_the_directory_or_given_another_account_is_out_within_seconds()
    {
        using var gone = await site.SitAsync("can-bo-2", "/items");
        using var changed = await site.SitAsync("lanh-dao-tinh", "/items");
        try
        {
            await site.ChangePeopleAsync(people => string.Join('\n', people.Split('\n')
                .Where(row => !row.StartsWith("can-bo-2,", StringComparison.Ordinal))
                .Select(row => row.Replace("s-lanh-dao-tinh", "s-another", StringComparison.Ordinal))));
            site.Time.Advance(Bound);
            Assert.False(await IsInAsync(gone));
            Assert.False(await IsInAsync(changed));
        }
        finally
        {
            await site.ChangePeopleAsync(people => people);
        }
    }

    private static async Task<bool> IsInAsync(Desk desk)
    {
        await desk.StepAsync(desk.AddressOf("/items"));
        return desk.Status == HttpStatusCode.OK;
    }

    /// <summary>Hands in a file that says that it is approved, and wakes the intake as the trigger does.</summary>
    private async Task<Item> HandInAsync(Desk desk, string item)
    {
        await desk.HandInAsync($"{item}.md", SampleFiles.Article(item));
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        await site.Get<ContentIntake>().TakeAsync(
            site.Store.Container(Containers.Content).GetBlobClient($"items/{item}.md"), TestContext.Current.CancellationToken);
        return await ItemAsync(item);
    }

    private async Task<ItemState> StateAsync(string id) => (await ItemAsync(id)).State;

    private async Task<Item> ItemAsync(string id) =>
        (await site.Get<ItemReader>().FindAsync(new(id), TestContext.Current.CancellationToken))!.Value;
}
