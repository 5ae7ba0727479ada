using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Tests.Deliveries.Waiting;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

public sealed class TroubleReaderTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_looks_through_two_thousand_at_most_and_the_next_goes_on_behind_them()
    {
        var failed = Waits.Many("loi-nhieu.1.vi", "loi-nhieu", 2_100).Select(delivery => delivery with
        {
            Channel = ChannelKind.Telegram,
            State = DeliveryState.Failed,
            Failure = delivery.Id.Destination.Name.EndsWith("2050", StringComparison.Ordinal)
                ? FailureClass.Duplicate
                : FailureClass.Permanent,
        });
        await rooms.Store.AddToWorklistAsync(failed, Waits.Entry, Cancellation);
        await rooms.Get<DirectoryStore>().FreshAsync(Cancellation);
        var (troubles, wanted) = (rooms.Get<TroubleReader>(), new TroubleFilter(FailureClass.Duplicate));

        var (first, transactions) = await CountedTransactions.OfAsync(() => troubles.PageAsync(wanted, null, Cancellation));
        var (all, ofAll) = await CountedTransactions.OfAsync(() => troubles.PageAsync(TroubleFilter.All, null, Cancellation));

        Assert.Equal((2, 1), (transactions, ofAll));
        Assert.Empty(first.Rows);
        Assert.Equal(100, all.Rows.Count);
        var second = await troubles.PageAsync(wanted, first.Next, Cancellation);
        Assert.Equal("nhom-2050", Assert.Single(second.Rows).Value.Delivery.Destination.Name);
        Assert.Null(second.Next);

        var counted = await troubles.CountAsync(TroubleFilter.All, Cancellation);
        Assert.Equal((2_000, 2_000, false), (counted.All, counted.Failed, counted.IsWhole));
        Assert.Equal(7, (await troubles.FailedAsync(TroubleFilter.All, most: 7, Cancellation)).Count);
    }
}
