using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach;
using Dissemination.Reach.Summary;
using Dissemination.Reports;
using Dissemination.Simulators.Facebook;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Reach.Collection;

/// <summary>What is measured, and what becomes of what is refused.</summary>
public sealed class ReachCollectorTests(AllChannels channels) : IClassFixture<AllChannels>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_channels_told_stands_in_the_summary_and_what_they_do_not_give_is_not_measured()
    {
        await PublishAsync("vao-tong-hop");
        await channels.MeasureAsync();
        await channels.Get<ReportWriter>().WriteDueAsync(Cancellation);

        var summary = (await channels.Get<SummaryStore>().FindAsync(new("vao-tong-hop"), Cancellation))!;
        var cell = summary.Languages.Single(language => language.Language.IsVietnamese).Cells.Single();
        Assert.Contains(new PostMeasure(ChannelKind.Facebook, PostMetric.Reach, 210), cell.Measures);
        Assert.DoesNotContain(
            cell.Measures, measure => measure is { Channel: ChannelKind.Telegram, Metric: not PostMetric.Audience });
        Assert.DoesNotContain(cell.Channels, figures => figures is { Channel: ChannelKind.Loudspeaker, Measured: > 0 });
        var report = (await channels.Get<ReportReader>().ReadAsync(new("vao-tong-hop"), Cancellation))!;
        Assert.Equal((210, 340), (report.MedianReach, report.Views));
    }

    [Fact]
    public async Task A_channel_that_is_asked_too_much_is_asked_again_when_it_said_and_nothing_is_lost()
    {
        await PublishAsync("hoi-qua-nhieu");
        channels.Facebook.FailNext(FacebookFault.Throttled(613, 40), edge: FacebookEdge.Post);
        await channels.MeasureAsync();

        var waiting = (await FindAsync("hoi-qua-nhieu", "facebook"))!;
        Assert.Equal((null, channels.Time.GetUtcNow().AddMinutes(40)), (waiting.AskedAt, waiting.AgainAt));
        Assert.NotNull((await FindAsync("hoi-qua-nhieu", "telegram"))!.AskedAt);

        await channels.MeasureAsync(TimeSpan.FromMinutes(39));
        Assert.Null((await FindAsync("hoi-qua-nhieu", "facebook"))!.AskedAt);
        await channels.MeasureAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(210, (await FindAsync("hoi-qua-nhieu", "facebook"))!.Find(PostMetric.Reach));
    }

    [Fact]
    public async Task A_lane_that_was_stopped_is_not_asked_and_its_posts_wait()
    {
        await PublishAsync("kenh-dung");
        await channels.Get<HealthStore>().StopLaneAsync(
            "facebook_bung_lao", new(nameof(ProblemTexts.CredentialRefused), null, "Facebook", "facebook_bung_lao"), Cancellation);
        var calls = channels.Facebook.Calls;
        await channels.MeasureAsync();

        Assert.Equal(calls, channels.Facebook.Calls);
        Assert.Null((await FindAsync("kenh-dung", "facebook"))!.AskedAt);
        await channels.Get<HealthStore>().ResumeLaneAsync("facebook_bung_lao", new("can-bo"), Cancellation);
        await channels.MeasureAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(210, (await FindAsync("kenh-dung", "facebook"))!.Find(PostMetric.Reach));
    }

    private async Task PublishAsync(string item)
    {
        await channels.WriteAsync(item, $"Tin {item}");
        await channels.TickAsync();
    }

    private async Task<ReachSample?> FindAsync(string item, string place) =>
        await channels.Get<ReachSampleStore>().LatestAsync(VersionOf(item), Cancellation)
            .FirstOrDefaultAsync(sample => sample.Delivery.Destination.ToString() == $"bung-lao.{place}", Cancellation);

    private static VersionId VersionOf(string item) => VersionId.Parse($"{item}.1.vi", null);
}
