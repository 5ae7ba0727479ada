using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>The timer that finds what a lost message left behind.</summary>
public sealed class LaneRecoveryTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lane_whose_backlog_is_two_minutes_overdue_is_woken_once_and_no_other()
    {
        var (backlog, version) = (rooms.Get<Backlog>(), VersionId.Parse("mac-ca.1.vi", null));
        await backlog.PutAsync("lan_cham", new(version, ["bung-lao.telegram"]), Cancellation);
        await backlog.PutAsync("lan_cham", new(version, ["na-bung.telegram"]), Cancellation);
        rooms.Time.Advance(TimeSpan.FromSeconds(61));
        await backlog.PutAsync("lan_kip", new(version, ["bung-lao.telegram"]), Cancellation);
        await rooms.Get<LaneRecovery>().SweepAsync(Cancellation);
        Assert.Empty((await rooms.Store.Lanes.PeekMessagesAsync(32, Cancellation)).Value);

        rooms.Time.Advance(TimeSpan.FromSeconds(60));
        await rooms.Get<LaneRecovery>().SweepAsync(Cancellation);

        var woken = (await rooms.Store.Lanes.PeekMessagesAsync(32, Cancellation)).Value.Select(
            message => DeliveryQueues.ReadWake(message.Body.ToString()).Lane);
        Assert.Equal("lan_cham", Assert.Single(woken));
    }
}
