using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>The timer that finds what a lost message left behind.</summary>
public sealed class ShareRecoveryTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_share_whose_backlog_is_two_minutes_overdue_is_woken_once_and_no_other()
    {
        var (backlog, version) = (rooms.Get<Backlog>(), VersionId.Parse("mac-ca.1.vi", null));
        await backlog.PutAsync([new(version, Keys.Block("07", 1)), new(version, Keys.Block("07", 2))], Cancellation);
        rooms.Time.Advance(TimeSpan.FromSeconds(61));
        await backlog.PutAsync([new(version, Keys.Block("08", 3))], Cancellation);
        await rooms.Get<ShareRecovery>().SweepAsync(Cancellation);
        Assert.Empty((await rooms.Store.Lanes.PeekMessagesAsync(32, Cancellation)).Value);

        rooms.Time.Advance(TimeSpan.FromSeconds(60));
        await rooms.Get<ShareRecovery>().SweepAsync(Cancellation);

        var woken = (await rooms.Store.Lanes.PeekMessagesAsync(32, Cancellation)).Value.Select(
            message => DeliveryQueues.ReadWake(message.Body.ToString()).Share);
        Assert.Equal("07", Assert.Single(woken));
    }
}
