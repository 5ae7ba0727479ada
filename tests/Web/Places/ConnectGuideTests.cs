using System.Net;
using Dissemination.Directory;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Telegram;

namespace Dissemination.Tests.Web.Places;

/// <summary>The guide that leads through connecting a channel, against the channels' simulators.</summary>
public sealed class ConnectGuideTests(PlacesSite site) : IClassFixture<PlacesSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("facebook")]
    [InlineData("telegram")]
    [InlineData("zalo")]
    public async Task Each_channel_has_numbered_steps_in_both_languages_and_asks_for_no_secret(string channel)
    {
        using var staff = site.Visit("can-bo");
        var (status, first) = await staff.ReadAsync($"/connect/{channel}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<ol class=\"steps\">", first, StringComparison.Ordinal);
        var (_, english) = await staff.ReadAsync($"/connect/{channel}?lang=en");
        Assert.Contains("You need:", english, StringComparison.Ordinal);
        await staff.ReadAsync("/connect?lang=vi");
        foreach (var step in (int[])[1, 2, 3])
        {
            var (_, html) = await staff.ReadAsync($"/connect/{channel}?step={step}");
            Assert.DoesNotContain("type=\"password\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"token\"", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("facebook")]
    [InlineData("telegram")]
    [InlineData("zalo")]
    public async Task A_place_on_a_channel_is_not_asked_how_many_loudspeakers_it_has(string channel)
    {
        using var staff = site.Visit("can-bo");
        var (_, html) = await staff.ReadAsync($"/connect/{channel}?step=3");

        Assert.Contains("name=\"address\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"clusters\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_is_found_or_the_page_says_which_setting_is_missing_and_shows_no_secret()
    {
        using var staff = site.Visit("can-bo");
        var (_, missing) = await staff.ReadAsync("/connect/telegram?step=2&credential=telegram_moi");
        Assert.Contains("Chưa thấy khoá này", missing, StringComparison.Ordinal);
        Assert.Contains("Credentials__telegram_moi", missing, StringComparison.Ordinal);
        Assert.Contains("telegram-moi", missing, StringComparison.Ordinal);

        var (_, found) = await staff.ReadAsync($"/connect/facebook?step=2&credential={PlacesSite.PageCredential}");
        Assert.Contains("Đã thấy khoá", found, StringComparison.Ordinal);
        Assert.DoesNotContain(PlacesSite.PageToken, found, StringComparison.Ordinal);

        // Somebody pastes the secret itself.
        var (_, pasted) = await staff.ReadAsync("/connect/facebook?step=2&credential=EAAB-Secret");
        Assert.Contains("đừng ghi chính mã bí mật", pasted, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã thấy khoá", pasted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_of_a_place_stays_on_every_step_and_its_languages_too()
    {
        using var staff = site.Visit("can-bo");
        var (_, html) = await staff.ReadAsync("/connect/telegram?step=3&languages=vi%3Bblt-Tavt");

        Assert.Contains("value=\"blt-Tavt\" checked", html, StringComparison.Ordinal);
        Assert.Contains("/connect/telegram?step=1", html, StringComparison.Ordinal);
        Assert.Contains("languages=vi;blt-Tavt", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_checked_tried_and_added_to_the_directory()
    {
        using var staff = site.Visit("can-bo");
        site.Telegram.SetChat(-7001, new("supergroup", TelegramMembership.Left));
        var place = Place("telegram_tinh", "-7001", "nhom-tuyen-truyen");
        Assert.Contains("telegram_tinh", await PostAsync(staff, "telegram", "check", place), StringComparison.Ordinal);
        var amiss = await PostAsync(staff, "telegram", "check", place);
        Assert.Contains("Kiểm tra thấy", amiss, StringComparison.Ordinal);
        Assert.Contains("<button class=\"quiet\" type=\"submit\" formaction=\"/connect/telegram/add\">", amiss, StringComparison.Ordinal);

        site.Telegram.SetChat(-7001, new("supergroup"));
        var well = await PostAsync(staff, "telegram", "check", place);
        Assert.Contains("Kết nối tốt", well, StringComparison.Ordinal);
        Assert.DoesNotContain("<button class=\"quiet\" type=\"submit\" formaction=\"/connect/telegram/add\">", well, StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(
            "Tin thử đã tới", await PostAsync(staff, "telegram", "test", [.. place, ("form", "thu-1")]), StringComparison.Ordinal);
        var post = Assert.Single(site.Telegram.Posted, posted => posted.Destination == "-7001");
        Assert.Contains("[TIN THỬ]", post.Text, StringComparison.Ordinal);

        using var added = await staff.PostAsync("/connect/telegram?step=3", "/connect/telegram/add", place);
        Assert.Equal(
            "/directory/destinations/bung-lao.nhom-tuyen-truyen?done=directory-row-saved", added.Headers.Location!.OriginalString);
        var now = (await site.Get<DirectoryStore>().FreshAsync(Cancellation))
            .Find(DestinationId.Parse("bung-lao.nhom-tuyen-truyen", null))!;
        Assert.Equal((ChannelKind.Telegram, "-7001", "telegram_tinh"), (now.Channel, now.Address, now.Credential));

        // The same again is told beside its field.
        Assert.Contains("field-id-wrong", await PostAsync(staff, "telegram", "add", place), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_nobody_knows_and_a_wrong_token_are_told_in_words()
    {
        using var staff = site.Visit("can-bo");
        site.Telegram.FailChat(-7002, TelegramFault.ChatNotFound);
        Assert.Contains(
            "Kiểm tra thấy",
            await PostAsync(staff, "telegram", "check", Place("telegram_tinh", "-7002", "nhom-la")),
            StringComparison.Ordinal);
        site.Telegram.FailNext(TelegramFault.BadToken);
        Assert.Contains(
            "không chấp nhận khoá truy cập",
            await PostAsync(staff, "telegram", "check", Place("telegram_tinh", "-7003", "nhom-la")),
            StringComparison.Ordinal);
        Assert.Contains(
            "field-commune-wrong",
            await PostAsync(staff, "telegram", "check", ("credential", "telegram_tinh"), ("id", "x"), ("name", "X"), ("address", "-1")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_checked_for_its_token_its_rights_and_whether_anybody_sees_it()
    {
        using var staff = site.Visit("can-bo");
        var page = Place(PlacesSite.PageCredential, PlacesSite.Page, "facebook");
        (FacebookTokenFacts Facts, string Word)[] wrong =
        [
            (new() { Type = "USER" }, PlacesSite.PageCredential),
            (new() { Page = PlacesSite.Page, Scopes = [FacebookTokenFacts.Read] }, FacebookTokenFacts.Manage),
            (new() { Page = PlacesSite.Page, ExpiresAt = 1_795_000_000 }, "hết hạn"),
        ];
        foreach (var (facts, word) in wrong)
        {
            site.Facebook.Know(PlacesSite.PageToken, facts);
            var html = await PostAsync(staff, "facebook", "check", page);
            Assert.Contains("Kiểm tra thấy", html, StringComparison.Ordinal);
            Assert.Contains(word, html, StringComparison.Ordinal);
            Assert.DoesNotContain(PlacesSite.PageToken, html, StringComparison.Ordinal);
        }

        site.Facebook.Know(PlacesSite.PageToken, new() { Page = PlacesSite.Page });
        site.Facebook.PagesArePublished = false;
        Assert.Contains("Kiểm tra thấy", await PostAsync(staff, "facebook", "check", page), StringComparison.Ordinal);
        site.Facebook.PagesArePublished = true;
        site.Facebook.Faults = new() { DeadCredentials = [PlacesSite.PageToken] };
        Assert.Contains("Kiểm tra thấy", await PostAsync(staff, "facebook", "check", page), StringComparison.Ordinal);
        site.Facebook.Faults = FaultPlan.None;
        Assert.Contains("Kết nối tốt", await PostAsync(staff, "facebook", "check", page), StringComparison.Ordinal);
        Assert.Empty(site.Facebook.Posts);
        Assert.Contains(
            "Tin thử đã tới", await PostAsync(staff, "facebook", "test", [.. page, ("form", "fb-1")]), StringComparison.Ordinal);
        Assert.Single(site.Facebook.Posts);
    }

    [Fact]
    public async Task An_account_is_checked_for_the_group_that_it_owns()
    {
        using var staff = site.Visit("can-bo");
        site.Zalo.AddGroup(PlacesSite.Account, new("nhom-1", "Nhóm xã", 120));
        Assert.Contains(
            "Kiểm tra thấy",
            await PostAsync(staff, "zalo", "check", Place(PlacesSite.Account, "nhom-la", "zalo")),
            StringComparison.Ordinal);
        var group = Place(PlacesSite.Account, "nhom-1", "zalo");
        Assert.Contains("Kết nối tốt", await PostAsync(staff, "zalo", "check", group), StringComparison.Ordinal);
        Assert.Contains(
            "Tin thử đã tới", await PostAsync(staff, "zalo", "test", [.. group, ("form", "zl-1")]), StringComparison.Ordinal);
        Assert.Contains("[TIN THỬ]", Assert.Single(site.Zalo.Messages).Text, StringComparison.Ordinal);
        Assert.Contains(
            "không gửi tin thử",
            await PostAsync(staff, "zalo", "test", [.. Place(PlacesSite.Account, "broadcast", "zalo-tat-ca"), ("form", "zl-2")]),
            StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Place(string credential, string address, string id) =>
        [("commune", "bung-lao"), ("id", id), ("name", "Nơi đăng thử"), ("address", address), ("credential", credential)];

    private static async Task<string> PostAsync(Visitor staff, string channel, string act, params (string Name, string Value)[] fields)
    {
        using var response = await staff.PostAsync($"/connect/{channel}?step=3", $"/connect/{channel}/{act}", fields);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancellation));
    }
}
