using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Reach;
using Dissemination.Reach.Collection;
using Dissemination.Reports;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Reach.Collection;

/// <summary>When posts are measured, and how often storage is asked for it. Alone with its storage and clock, because it counts.</summary>
public sealed class CollectionPlanTests(AllChannels channels) : IClassFixture<AllChannels>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ReachCollector Collector => channels.Get<ReachCollector>();

    [Fact]
    public async Task Posts_are_measured_by_the_plan_and_a_tick_with_nothing_due_reads_once()
    {
        await channels.WriteAsync("theo-ke-hoach", "Tin theo kế hoạch");
        await channels.TickAsync();
        await channels.Get<ReportWriter>().WriteDueAsync(Cancellation);

        Assert.Equal(1, await CountedTransactions.OfAsync(() => Collector.CollectAsync(Cancellation)));
        Assert.Null(await FindAsync("theo-ke-hoach", "facebook"));

        channels.Time.Advance(TimeSpan.FromHours(1));
        Assert.InRange(await CountedTransactions.OfAsync(() => Collector.CollectAsync(Cancellation)), 6, 16);
        var page = (await FindAsync("theo-ke-hoach", "facebook"))!;
        Assert.Equal(
            (0, channels.Facebook.Followers, 210L, 340L, 12L, 3L, 2L),
            (page.LinkOpens, page.Audience, page.Find(PostMetric.Reach), page.Find(PostMetric.Views), page.Find(PostMetric.Reactions),
                page.Find(PostMetric.Comments), page.Find(PostMetric.Shares)));
        var chat = (await FindAsync("theo-ke-hoach", "telegram"))!;
        Assert.Equal((channels.Telegram.Members, 0), (chat.Audience, chat.Figures.Length));

        Assert.Equal(1, await CountedTransactions.OfAsync(() => Collector.CollectAsync(Cancellation)));
        channels.Facebook.Insights["post_media_view"] = 300;
        await channels.MeasureAsync(TimeSpan.FromHours(6));
        Assert.Equal(300, (await FindAsync("theo-ke-hoach", "facebook"))!.Find(PostMetric.Views));
        channels.Facebook.Insights["post_media_view"] = 340;
        Assert.Equal([340L, 300L], await ViewsInOrderAsync("theo-ke-hoach", "facebook"));
    }

    private async Task<ReachSample?> FindAsync(string item, string place) =>
        (await channels.Get<ReachSampleStore>().OfAsync(VersionOf(item), Cancellation)).Newest.Values
            .FirstOrDefault(sample => sample.Delivery.Destination.ToString() == $"bung-lao.{place}");

    private async Task<List<long?>> ViewsInOrderAsync(string item, string place) =>
        await channels.Store.Reach.StartingWithAsync(
                VersionOf(item).ToString(), KeysOfReach.SamplePrefix, ReachJson.Default.SampleBlock, Cancellation)
            .SelectMany(row => row.Value.Samples.ToAsyncEnumerable())
            .Where(sample => sample.Delivery.Destination.ToString() == $"bung-lao.{place}")
            .Select(sample => sample.Find(PostMetric.Views))
            .ToListAsync(Cancellation);

    private static VersionId VersionOf(string item) => VersionId.Parse($"{item}.1.vi", null);
}
