using System.Net;
using Azure.Data.Tables;
using Dissemination.Reviewing;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;
using Dissemination.Tests.Reviewing;
using Dissemination.Translation;
using Dissemination.Web.SignIn;
using Telegram.Bot;

namespace Dissemination.Tests.Web;

/// <summary>What the webhook takes, from whom, and what it answers to people who only write.</summary>
public sealed class ReviewerWebhookTests(ReviewerHouse house) : IClassFixture<ReviewerHouse>
{
    private const long Stranger = 909_090;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a_secret-of-this-test")]
    [InlineData("A_secret-of-this-test2")]
    public async Task Who_does_not_know_the_secret_is_turned_away_and_nothing_happens(string? secret)
    {
        var calls = house.Telegram.Calls;

        Assert.Equal(HttpStatusCode.Unauthorized, await house.BringAsync(TelegramUpdates.Write(ReviewerHouse.Reviewer, "/start"), secret));

        Assert.Equal(calls, house.Telegram.Calls);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task What_is_no_update_is_refused(string body) => Assert.Equal(HttpStatusCode.BadRequest, await house.BringAsync(body));

    [Theory]
    [InlineData("""{"update_id":1}""")]
    [InlineData("""{"update_id":2,"something_new":{"id":3}}""")]
    [InlineData(
        """{"update_id":3,"channel_post":{"message_id":1,"date":1795000000,"chat":{"id":-5,"type":"channel","title":"x"},"text":"x"}}""")]
    public async Task Kinds_of_updates_that_nobody_asked_for_are_passed_over(string update)
    {
        var calls = house.Telegram.Calls;

        Assert.Equal(HttpStatusCode.OK, await house.BringAsync(update));

        Assert.Equal(calls, house.Telegram.Calls);
    }

    [Fact]
    public async Task A_group_is_none_of_its_business()
    {
        var calls = house.Telegram.Calls;

        Assert.Equal(HttpStatusCode.OK, await house.BringAsync(TelegramUpdates.Write(ReviewerHouse.Reviewer, "/start", chat: "group")));

        Assert.Equal(calls, house.Telegram.Calls);
    }

    [Fact]
    public async Task A_body_that_no_update_can_have_is_not_read() =>
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge, await house.BringAsync($"{{\"update_id\":1,\"x\":\"{new string('x', 300_000)}\"}}"));

    [Fact]
    public async Task A_stranger_is_told_his_own_number_and_whom_to_give_it_to_and_nothing_is_kept()
    {
        var rows = await RowsAsync();

        await house.BringAsync(TelegramUpdates.Write(Stranger, "/start"));
        await house.BringAsync(TelegramUpdates.Write(Stranger, "Tôi muốn duyệt", language: "en"));

        var answers = house.Telegram.Posts.Where(post => post.Chat == Stranger).ToList();
        Assert.Contains("Số Telegram của anh/chị là 909090.", answers[0].Text, StringComparison.Ordinal);
        Assert.Contains("Your number on Telegram is 909090.", answers[1].Text, StringComparison.Ordinal);
        Assert.Equal(rows, await RowsAsync());
    }

    [Fact]
    public async Task A_stranger_who_presses_a_button_is_told_that_the_bot_does_not_know_him()
    {
        var id = await house.SubmittedAsync("nguoi-la");

        var answer = await house.PressAsync(house.Chat(ReviewerHouse.Reviewer, id)[0] with { Chat = Stranger }, "approve", Stranger);

        Assert.Equal((Texts.ReviewerNotKnown, true), (answer?.Text, answer?.IsAlert));
        Assert.Equal(TranslationState.InReview, (await house.StandingAsync(id)).State);
    }

    [Fact]
    public async Task A_button_that_is_none_of_ours_is_taken_off()
    {
        await house.SubmittedAsync("nut-la");
        var post = house.Last(ReviewerHouse.Reviewer);
        var update = TelegramUpdates.Press(post, "approve:0000000000000000:0000000000000000", ReviewerHouse.Reviewer);

        await house.BringAsync(update);

        Assert.Contains("không dùng được nữa", house.AnswerTo(update)?.Text, StringComparison.Ordinal);
        Assert.Empty(house.Last(ReviewerHouse.Reviewer).Buttons);
    }

    [Fact]
    public async Task A_reviewer_is_told_who_one_is_and_what_waits_with_the_way_there()
    {
        await house.SubmittedAsync("con-cho");

        await house.BringAsync(TelegramUpdates.Write(104, "Chào"));
        var elsewhere = house.Last(104);
        await house.BringAsync(TelegramUpdates.Write(ReviewerHouse.OtherReviewer, "Chào"));
        var here = house.Last(ReviewerHouse.OtherReviewer);

        Assert.Equal(
            "Anh/chị là: Cán bộ truyền thông xã Nà Bủng.\nỞ trang Việc dịch: 0 bản dịch chờ duyệt, 0 bản cần dịch hoặc sửa.", elsewhere.Text);
        Assert.StartsWith("Anh/chị là: Cán bộ trẻ xã Búng Lao.\nỞ trang Việc dịch: ", here.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(": 0 bản dịch chờ duyệt", here.Text, StringComparison.Ordinal);
        Assert.Equal("https://example.org/inbox", Assert.Single(here.Buttons).Url);
    }

    [Fact]
    public async Task Telegram_is_told_where_to_bring_updates_and_what_it_says_of_it_is_shown()
    {
        await new TelegramBotClient(new TelegramBotClientOptions(ReviewerHouse.Token, house.Telegram.BaseUrl))
            .DeleteWebhook(cancellationToken: Cancellation);
        using var staff = new Visitor(house.Address, "can-bo");
        using var nowhere = await staff.PostAsync("/connections", "/connections/reviewer-bot/check");
        Assert.Contains(
            "Bot chưa nối với đâu cả.",
            WebUtility.HtmlDecode(await nowhere.Content.ReadAsStringAsync(Cancellation)),
            StringComparison.Ordinal);

        using var connected = await staff.PostAsync("/connections", "/connections/reviewer-bot/connect");
        Assert.Contains(
            "Bot đã nối với trang này.",
            WebUtility.HtmlDecode(await connected.Content.ReadAsStringAsync(Cancellation)),
            StringComparison.Ordinal);
        Assert.Equal(
            new TelegramWebhook("https://example.org/telegram/reviewers", ReviewerHouse.Secret, """["message","callback_query"]"""),
            house.Telegram.WebhookOf(ReviewerHouse.Token));

        house.Telegram.WebhookError = "Wrong response from the webhook: 401 Unauthorized";
        var checkedOnce = await house.Get<ReviewerConnections>().CheckAsync(Cancellation);
        Assert.Equal((true, "Wrong response from the webhook: 401 Unauthorized"), (checkedOnce.Value!.IsOurs, checkedOnce.Value.LastError));
        house.Telegram.WebhookError = null;
    }

    [Fact]
    public async Task What_waited_before_the_bot_was_switched_on_is_brought_once_it_is_connected()
    {
        var id = await house.DraftedAsync("cho-tu-truoc");
        await house.SubmitAsync(id);
        await house.Store.Editorial.DeleteEntityAsync(
            Keys.Editorial, KeysOfReviewing.ReviewNews(id.ToString()), cancellationToken: Cancellation);
        await house.CallAsync();
        Assert.Empty(house.Chat(ReviewerHouse.Reviewer, id));

        for (var time = 0; time < 2; time++)
        {
            Assert.True((await house.Get<ReviewerConnections>().ConnectAsync(Cancellation)).IsDone);
            await house.CallAsync();
            Assert.Single(house.Chat(ReviewerHouse.Reviewer, id));
        }
    }

    [Theory]
    [InlineData("can-bo", HttpStatusCode.OK)]
    [InlineData("bung-lao-1", HttpStatusCode.Forbidden)]
    public async Task The_API_connects_the_bot_for_staff_alone(string person, HttpStatusCode status)
    {
        using HttpClient http = new() { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Add(SamplePerson.Header, person);

        using var answer = await http.PostAsync(new Uri("/api/reviewer-bot/connect", UriKind.Relative), content: null, Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(
            status is HttpStatusCode.OK,
            (await answer.Content.ReadAsStringAsync(Cancellation)).Contains("\"isOurs\":true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_on_Telegram_are_not_told_to_those_who_read_the_directory()
    {
        using HttpClient http = new() { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Add(SamplePerson.Header, "bung-lao-1");

        var people = await http.GetStringAsync(new Uri("/api/people", UriKind.Relative), Cancellation);

        Assert.Contains("bung-lao-2", people, StringComparison.Ordinal);
        Assert.DoesNotContain("\"telegram\"", people, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("102", people, StringComparison.Ordinal);
    }

    private async Task<int> RowsAsync() =>
        await house.Store.Editorial.QueryAsync<TableEntity>(TableReading.Partition(Keys.Editorial), cancellationToken: Cancellation)
            .CountAsync(Cancellation);
}
