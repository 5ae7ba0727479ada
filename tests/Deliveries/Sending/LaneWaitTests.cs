using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Local;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>A lane that has to wait waits in the queue, and for less than a second in place.</summary>
public sealed class LaneWaitTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const string Lane = "telegram_tinh";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_throttled_lane_asks_nothing_before_its_time_and_then_writes_what_came_meanwhile_too()
    {
        await rooms.HandInAsync("items/bi-ham.md", SampleFiles.Article("Bị hãm", frontMatter: "communes: [bung-lao]"));
        rooms.Telegram.FailNext(TelegramFault.Throttled(30));
        await rooms.PublishAsync();
        var (calls, until) = (rooms.Telegram.Calls, rooms.Time.GetUtcNow().AddSeconds(30));

        await rooms.HandInAsync("items/bi-ham-2.md", SampleFiles.Article("Bị hãm theo"));
        await rooms.PublishAsync();
        rooms.Time.Advance(TimeSpan.FromSeconds(25));
        await rooms.WakeAsync();
        Assert.Equal(calls, rooms.Telegram.Calls);
        Assert.Equal(until, await WakeAtAsync());

        rooms.Time.Advance(TimeSpan.FromSeconds(5));
        await rooms.WakeAsync();
        Assert.Equal((1, 2), (Posted("Bị hãm\n"), Posted("Bị hãm theo")));
        Assert.Equal(calls + 3, rooms.Telegram.Calls);
        Assert.DoesNotContain(await rooms.BacklogAsync(Lane), open => open.Value.Version.Item.Value is "bi-ham" or "bi-ham-2");
    }

    [Fact]
    public async Task The_rest_of_a_second_is_waited_for_in_place_and_no_message_goes_round_and_round()
    {
        await PostponeAsync("sap-den", "Sắp đến giờ", TimeSpan.FromSeconds(2.4));
        await rooms.WakeAsync();
        rooms.Time.Advance(TimeSpan.FromSeconds(1.6));

        var waiting = rooms.WakeAsync();
        await Eventually.IsTrueAsync(
            () =>
            {
                // Not at once: what waits has to be there before the clock moves.
                rooms.Time.Advance(TimeSpan.FromMilliseconds(100));
                return waiting.IsCompleted;
            },
            "the lane is worked off");
        await waiting;

        Assert.Equal(1, Posted("Sắp đến giờ"));
    }

    [Fact]
    public async Task What_is_due_after_more_days_than_a_message_sleeps_is_woken_by_a_message_of_each_turn()
    {
        var until = await PostponeAsync("con-lau", "Còn lâu", TimeSpan.FromDays(10));
        await rooms.WakeAsync();
        Assert.Equal(rooms.Time.GetUtcNow().AddDays(7), await WakeAtAsync());

        rooms.Time.Advance(TimeSpan.FromDays(7));
        await rooms.WakeAsync();
        Assert.Equal(until, await WakeAtAsync());

        rooms.Time.Advance(TimeSpan.FromDays(3));
        await rooms.WakeAsync();
        Assert.Equal(1, Posted("Còn lâu"));
    }

    /// <summary>An item whose one delivery on the lane was tried and waits.</summary>
    /// <returns>Until when.</returns>
    private async Task<DateTimeOffset> PostponeAsync(string item, string title, TimeSpan wait)
    {
        await rooms.HandInAsync($"items/{item}.md", SampleFiles.Article(title, frontMatter: "communes: [bung-lao]"));
        await rooms.PlanAsync();
        var row = (await rooms.Get<DeliveryCommands>().FindAsync(
            DeliveryId.Parse($"{item}.1.vi.bung-lao.telegram", null), Cancellation))!;
        var now = rooms.Time.GetUtcNow();
        var retrying = row.Value.Apply(new DeliveryEvent.SendBegun(now, now))!.Apply(
            new DeliveryEvent.Postponed(now + wait, new("reason")))!;
        await rooms.Get<DeliveryLedger>().WriteAsync([(row, retrying)], Cancellation);
        return now + wait;
    }

    private async Task<DateTimeOffset?> WakeAtAsync()
    {
        await using var lease = await ShareLease.TryTakeAsync(
            rooms.Store.Container(Containers.Lanes), rooms.Get<LaneShares>().Of(Lane), rooms.Time, Cancellation);
        await lease!.ReleaseAsync(lease.Memory, Cancellation);
        return lease.Memory.WakeAt;
    }

    private int Posted(string title) => rooms.Telegram.Posts.Count(post => post.Text.StartsWith(title, StringComparison.Ordinal));
}
