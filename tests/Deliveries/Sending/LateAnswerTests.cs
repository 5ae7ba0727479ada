using Dissemination.Deliveries;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Faults;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>A channel that takes its time, among others of the same share.</summary>
public sealed class LateAnswerTests(LateAnswerTests.OneShare rooms) : IClassFixture<LateAnswerTests.OneShare>
{
    [Fact]
    public async Task It_keeps_its_own_lane_waiting_and_no_other_and_is_delivered_when_it_answers()
    {
        await rooms.WriteAsync("tra-loi-muon", "Trả lời muộn");
        await rooms.PlanAsync();
        TaskCompletionSource answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
        rooms.Telegram.FailNext(new CallFault.Held(answers.Task));

        var turn = rooms.WakeAsync();
        await Eventually.IsTrueAsync(
            async () =>
            {
                // The clock moves only a little at a time: the turn is not to end.
                rooms.Time.Advance(TimeSpan.FromMilliseconds(100));
                return (await rooms.GetAsync("tra-loi-muon.1.vi", "facebook")).State is DeliveryState.Delivered;
            },
            "the page has it");

        // What came meanwhile goes out over the other lanes, in the same turn.
        Assert.False(turn.IsCompleted);
        Assert.Equal(DeliveryState.Sending, (await rooms.GetAsync("tra-loi-muon.1.vi", "telegram")).State);

        answers.SetResult();
        await turn;
        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("tra-loi-muon.1.vi", "telegram")).State);
        Assert.Single(rooms.OnTelegram("Trả lời muộn"));
        rooms.Time.Advance(TimeSpan.FromMinutes(2));
        await rooms.WakeAsync();
        Assert.Single(rooms.OnTelegram("Trả lời muộn"));
        Assert.DoesNotContain(
            await rooms.BacklogAsync("telegram_tinh"), open => open.Value.Version.Item.Value is "tra-loi-muon");
    }

    [Fact]
    public async Task A_channel_that_is_long_about_what_became_of_a_post_is_asked_again_and_keeps_no_other_of_its_block()
    {
        await rooms.WriteAsync("doc-lai-muon", "Đọc lại muộn");
        await rooms.PlanAsync();
        await rooms.LeaveAsync("doc-lai-muon.1.vi", "facebook", rooms.CutOff);
        rooms.Time.Advance(TimeSpan.FromMinutes(2));
        rooms.Facebook.FailNext(new CallFault.Silence(Accept: true), edge: FacebookEdge.List);

        var turn = rooms.WakeAsync();
        await Eventually.IsTrueAsync(
            async () =>
            {
                rooms.Time.Advance(TimeSpan.FromMilliseconds(100));
                return (await rooms.GetAsync("doc-lai-muon.1.vi", "telegram")).State is DeliveryState.Delivered;
            },
            "the chat has it");
        await turn;
        Assert.Equal(DeliveryState.Sending, (await rooms.GetAsync("doc-lai-muon.1.vi", "facebook")).State);

        rooms.Time.Advance(TimeSpan.FromMinutes(1));
        await rooms.WakeAsync();
        rooms.Time.Advance(TimeSpan.FromMinutes(1));
        await rooms.WakeAsync();
        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("doc-lai-muon.1.vi", "facebook")).State);
        Assert.Equal(1, rooms.OnFacebook("Đọc lại muộn"));
    }

    /// <summary>All lanes in one share.</summary>
    public sealed class OneShare : AllChannels
    {
        private protected override void Configure(WebApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.Configuration.AddInMemoryCollection([new("Sending:Shares", "1")]);
        }
    }
}
