using System.Net;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Simulators.Telegram;

namespace Dissemination.Tests.Web.Places;

/// <summary>A test message: through the real channel, once, told and never counted.</summary>
public sealed class TestSendTests(PlacesSite site) : IClassFixture<PlacesSite>
{
    private const string Address = "/directory/destinations/bung-lao.telegram";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_arrives_marked_once_however_often_the_button_is_pressed_and_comes_down_again()
    {
        using var staff = site.Visit("can-bo");
        site.Time.Advance(TimeSpan.FromMinutes(1));
        using (var sent = await staff.PostAsync(Address, $"{Address}/test", ("form", "mot")))
        {
            Assert.Equal($"{Address}?done=test-sent", sent.Headers.Location!.OriginalString);
        }

        using (var again = await staff.PostAsync(Address, $"{Address}/test", ("form", "mot")))
        {
            Assert.Equal($"{Address}?done=test-sent", again.Headers.Location!.OriginalString);
        }

        var post = Assert.Single(site.Telegram.Posted, posted => posted.Destination == "-1001");
        Assert.Contains("[TIN THỬ]", post.Text, StringComparison.Ordinal);
        Assert.Contains("Cán bộ tuyên giáo", post.Text, StringComparison.Ordinal);
        using (var soon = await staff.PostAsync(Address, $"{Address}/test", ("form", "hai")))
        {
            Assert.Equal(HttpStatusCode.Conflict, soon.StatusCode);
        }

        Assert.Contains("Gửi tin thử", (await staff.ReadAsync(Address)).Html, StringComparison.Ordinal);
        using var removed = await staff.PostAsync(Address, $"{Address}/test/remove");
        Assert.Equal($"{Address}?done=test-removed", removed.Headers.Location!.OriginalString);
        Assert.DoesNotContain(site.Telegram.Posted, posted => posted.Destination == "-1001");
        using var nothing = await staff.PostAsync(Address, $"{Address}/test/remove");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);

        // No delivery, and so nothing that a report could count.
        Assert.Empty(await site.Get<DeliveryReader>().OpenOfAsync(new("bung-lao"), Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task What_keeps_it_from_arriving_is_told_in_words_and_stops_nothing()
    {
        using var staff = site.Visit("can-bo");
        const string Other = "/directory/destinations/na-bung.telegram";
        site.Telegram.FailChat(-1002, TelegramFault.ChatNotFound);
        using var refused = await staff.PostAsync(Other, $"{Other}/test", ("form", "ba"));
        site.Telegram.Heal(-1002);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("Tin thử không tới", html, StringComparison.Ordinal);
        var last = (await site.Get<TestSends>().LastAsync(DestinationId.Parse("na-bung.telegram", null), Cancellation))!;
        Assert.Equal((TestState.Refused, "can-bo"), (last.State, last.By.Value));
    }

    [Fact]
    public async Task A_channel_that_asks_to_wait_is_not_asked_again_to_take_it_down_before()
    {
        site.Time.Advance(TimeSpan.FromMinutes(1));
        var (tests, person) = (site.Get<TestSends>(), await site.PersonAsync("can-bo"));
        var place = (await site.Get<DirectoryStore>().FreshAsync(Cancellation)).Find(DestinationId.Parse("na-bung.telegram", null))!;
        Assert.Equal(TestState.Sent, (await tests.SendAsync(place, "nam", person, Cancellation)).Value!.State);

        site.Telegram.FailNext(TelegramFault.Throttled(30));
        Assert.Equal(nameof(ProblemTexts.ChannelThrottled), (await tests.RemoveAsync(place, person, Cancellation)).Problem?.Code);
        var calls = site.Telegram.Calls;
        Assert.Equal(nameof(ProblemTexts.TestLaneWaits), (await tests.RemoveAsync(place, person, Cancellation)).Problem?.Code);
        Assert.Equal(calls, site.Telegram.Calls);

        site.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(TestState.Removed, (await tests.RemoveAsync(place, person, Cancellation)).Value!.State);
    }

    [Theory]
    [InlineData("bung-lao.trang-tin")]
    [InlineData("bung-lao.loa")]
    public async Task Where_no_machine_posts_outside_there_is_nothing_to_test(string id)
    {
        using var staff = site.Visit("can-bo");
        using var refused = await staff.PostAsync(Address, $"/directory/destinations/{id}/test", ("form", "bon"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task A_check_asks_the_channel_and_says_what_it_finds()
    {
        using var staff = site.Visit("can-bo");
        const string Other = "/directory/destinations/sin-thau.telegram";
        site.Telegram.SetChat(-1003, new("channel", TelegramMembership.Member));
        using var found = await staff.PostAsync(Other, $"{Other}/check");

        var html = WebUtility.HtmlDecode(await found.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("Kiểm tra thấy", html, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Telegram.Posted, posted => posted.Destination == "-1003");
    }
}
