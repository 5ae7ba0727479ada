using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Faults;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>Sends whose answer nobody got.</summary>
public sealed class LostOutcomeTests(AllChannels rooms) : IClassFixture<AllChannels>
{
    private const string Page = "facebook_bung_lao";

    [Theory]
    [InlineData("mat-sau", true, 1)]
    [InlineData("mat-truoc", false, 2)]
    public async Task On_Facebook_the_page_is_read_back_after_a_minute_and_the_post_is_there_once(string item, bool accepted, int attempts)
    {
        await rooms.WriteAsync(item, $"Mất trả lời {accepted}");
        rooms.Facebook.FailNext(new CallFault.Cut(accepted), edge: FacebookEdge.Feed);
        await rooms.TickAsync();

        var lost = await rooms.GetAsync($"{item}.1.vi", "facebook");
        Assert.Equal((DeliveryState.Uncertain, rooms.Time.GetUtcNow().AddMinutes(1)), (lost.State, lost.SettleAt));
        Assert.DoesNotContain(lost.Id, await rooms.TroubledAsync());
        var calls = rooms.Facebook.Calls;
        rooms.Time.Advance(TimeSpan.FromSeconds(58));
        await rooms.WakeAsync();
        Assert.Equal(calls, rooms.Facebook.Calls);

        rooms.Time.Advance(TimeSpan.FromSeconds(3));
        await rooms.WakeAsync();

        var settled = await rooms.GetAsync($"{item}.1.vi", "facebook");
        Assert.Equal((DeliveryState.Delivered, attempts), (settled.State, settled.Attempts));
        Assert.Contains(
            rooms.Facebook.Posts.Single(post => post.Message.StartsWith($"Mất trả lời {accepted}", StringComparison.Ordinal)).Id,
            settled.Reference,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_back_leaves_it_to_a_person()
    {
        await rooms.WriteAsync("khong-doc-duoc", "Không đọc được");
        rooms.Facebook.FailNext(new CallFault.Cut(Accept: true), edge: FacebookEdge.Feed);
        await rooms.TickAsync();
        rooms.Time.Advance(TimeSpan.FromSeconds(61));
        rooms.Facebook.FailNext(FacebookFault.NoPermission);
        await rooms.WakeAsync();

        var open = await rooms.GetAsync("khong-doc-duoc.1.vi", "facebook");
        Assert.Equal((DeliveryState.Uncertain, null), (open.State, open.SettleAt));
        Assert.Contains(open.Id, await rooms.TroubledAsync());
        Assert.Equal(1, rooms.OnFacebook("Không đọc được"));
    }

    [Fact]
    public async Task A_page_that_said_when_it_may_be_asked_again_is_not_read_back_before()
    {
        await rooms.WriteAsync("cho-doc-lai", "Chờ đọc lại");
        rooms.Facebook.FailNext(new CallFault.Cut(Accept: true), edge: FacebookEdge.Feed);
        await rooms.TickAsync();
        rooms.Time.Advance(TimeSpan.FromSeconds(61));
        await rooms.Get<HealthStore>().PauseLaneAsync(
            Page, rooms.Time.GetUtcNow().AddSeconds(30), TestContext.Current.CancellationToken);
        var calls = rooms.Facebook.Calls;

        await rooms.WakeAsync();

        Assert.Equal(calls, rooms.Facebook.Calls);
        Assert.Equal(DeliveryState.Uncertain, (await rooms.GetAsync("cho-doc-lai.1.vi", "facebook")).State);

        rooms.Time.Advance(TimeSpan.FromSeconds(31));
        await rooms.WakeAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("cho-doc-lai.1.vi", "facebook")).State);
        Assert.Equal(1, rooms.OnFacebook("Chờ đọc lại"));
    }

    [Fact]
    public async Task An_edit_whose_answer_is_lost_is_simply_done_again()
    {
        await rooms.WriteAsync("sua-mat", "Sửa mất bản đầu");
        await rooms.TickAsync();
        var posted = rooms.OnTelegram("Sửa mất bản đầu");
        await rooms.WriteAsync("sua-mat", "Sửa mất bản hai");
        rooms.Telegram.FailNext(new CallFault.Cut(Accept: true));
        await rooms.TickAsync();
        Assert.Equal(DeliveryState.Retrying, (await rooms.GetAsync("sua-mat.2.vi", "telegram")).State);

        rooms.Time.Advance(TimeSpan.FromSeconds(11));
        await rooms.WakeAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("sua-mat.2.vi", "telegram")).State);
        Assert.Equal(posted, rooms.OnTelegram("Sửa mất bản hai"));
    }
}
