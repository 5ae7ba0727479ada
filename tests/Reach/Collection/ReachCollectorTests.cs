using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach;
using Dissemination.Reach.Summary;
using Dissemination.Reports;
using Dissemination.Simulators.Facebook;
using Dissemination.Tests.Flow;
using Dissemination.Web.Api;

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
        var answer = ReachAnswer.Of(report);
        Assert.Equal((210, 340), (answer.MedianReach, answer.Views));
        var line = answer.Lines.First(line => line.Language.IsVietnamese);
        Assert.Equal((210, 340), (line.MedianReach, line.Views));
    }

    [Fact]
    public async Task Opens_by_day_come_to_those_of_the_posts_and_are_never_ahead_of_them()
    {
        await PublishAsync("mo-tung-ngay");
        await channels.ActAsync(new DeliveryCommand.Confirm(null), "mo-tung-ngay.1.vi", "nhom-ban");
        foreach (var row in (string[])["telegram", "nhom-ban"])
        {
            var link = LinkCode.Parse((await channels.GetAsync("mo-tung-ngay.1.vi", row)).Link)!.Value;
            await channels.Get<ShortLinkStore>().OpenAsync(link, byPerson: true, Cancellation);
        }

        // What people post is measured from the first day on.
        await channels.MeasureAsync();
        await channels.Get<ReportWriter>().WriteDueAsync(Cancellation);

        var summary = (await channels.Get<SummaryStore>().FindAsync(new("mo-tung-ngay"), Cancellation))!;
        var cell = summary.Languages.Single(language => language.Language.IsVietnamese).Cells.Single();
        Assert.Equal((1, 1), (cell.Channels.Sum(figures => figures.Opens), cell.Days.Sum(day => day.Opens)));
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
        Assert.Equal(channels.Time.GetUtcNow().AddMinutes(40), await PausedUntilAsync("facebook_bung_lao"));

        await channels.MeasureAsync(TimeSpan.FromMinutes(39));
        Assert.Null((await FindAsync("hoi-qua-nhieu", "facebook"))!.AskedAt);
        await channels.MeasureAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(210, (await FindAsync("hoi-qua-nhieu", "facebook"))!.Find(PostMetric.Reach));
    }

    [Fact]
    public async Task A_yes_that_comes_near_the_limit_pauses_the_lane_for_sending_too()
    {
        await PublishAsync("gan-het-luot");
        channels.Facebook.Usage = 100;
        await channels.MeasureAsync();
        channels.Facebook.Usage = 1;

        Assert.Equal(channels.Time.GetUtcNow().AddMinutes(5), await PausedUntilAsync("facebook_bung_lao"));
        channels.Time.Advance(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_channel_that_breaks_off_costs_no_other_its_figures_and_is_asked_again_later()
    {
        await PublishAsync("hoi-dut-ngang");
        await channels.LeaveAsync("hoi-dut-ngang.1.vi", "facebook", delivery => delivery with { Reference = "http://[" });
        await channels.MeasureAsync();

        Assert.NotNull((await FindAsync("hoi-dut-ngang", "telegram"))!.AskedAt);
        var broken = (await FindAsync("hoi-dut-ngang", "facebook"))!;
        Assert.Equal((null, channels.Time.GetUtcNow().AddMinutes(15)), (broken.AskedAt, broken.AgainAt));
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

    private async Task<DateTimeOffset?> PausedUntilAsync(string lane) =>
        (await channels.Get<HealthStore>().ReadAsync(Cancellation)).Of(lane)?.PausedUntil;

    private async Task<ReachSample?> FindAsync(string item, string place) =>
        (await channels.Get<ReachSampleStore>().OfAsync(VersionOf(item), Cancellation)).Newest.Values
            .FirstOrDefault(sample => sample.Delivery.Destination.ToString() == $"bung-lao.{place}");

    private static VersionId VersionOf(string item) => VersionId.Parse($"{item}.1.vi", null);
}
