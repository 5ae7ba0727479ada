using System.Net;
using Dissemination.Deliveries.Offers;

namespace Dissemination.Tests.Web;

/// <summary>What staff choose for a commune that is new.</summary>
public sealed class OfferPageTests(OffersSite site) : IClassFixture<OffersSite>
{
    private const string Page = $"/offers/{OffersSite.New}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_to_publish_and_ticks_nothing_decides_nothing_and_who_wants_nothing_says_so()
    {
        using var staff = site.Visit("can-bo");
        using var unticked = await staff.PostAsync(Page, Page);
        using var changed = await staff.PostAsync(Page, Page, ("version", "khong-con.1.vi"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unticked.StatusCode);
        Assert.Contains("Chưa đánh dấu mục nào", await unticked.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("value=\"con-han.1.vi\"", await changed.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.NotNull(await site.Get<OfferService>().FindAsync(new(OffersSite.New), Cancellation));

        using var nothing = await staff.PostAsync(Page, Page, ("nothing", "1"));
        using var twice = await staff.PostAsync("/offers", Page, ("nothing", "1"));

        Assert.Equal("/offers?done=offer-decided", nothing.Headers.Location?.OriginalString);
        Assert.Null(await site.Get<OfferService>().FindAsync(new(OffersSite.New), Cancellation));
        Assert.Contains("Danh sách đã đổi", await twice.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
