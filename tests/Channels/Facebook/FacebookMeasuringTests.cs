using Dissemination.Channels;
using Dissemination.Simulators.Facebook;

namespace Dissemination.Tests.Channels.Facebook;

public sealed class FacebookMeasuringTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_tells_people_views_and_what_they_did_in_three_calls()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var reference = await SendAsync(facebook);
        var calls = facebook.Simulator.Calls;

        var outcome = await MeasureAsync(facebook, reference);

        Assert.Equal(
            [
                new PostFigure(PostMetric.Reactions, 12), new PostFigure(PostMetric.Comments, 3), new PostFigure(PostMetric.Shares, 2),
                new PostFigure(PostMetric.Reach, 210), new PostFigure(PostMetric.Views, 340),
            ],
            outcome.Figures.OrderBy(figure => figure.Metric is PostMetric.Reach or PostMetric.Views));
        Assert.Equal((false, 3), (outcome.IsLater, facebook.Simulator.Calls - calls));
        Assert.Equal(0, facebook.Simulator.TokensInAddresses);
    }

    [Fact]
    public async Task A_metric_that_is_refused_takes_no_other_with_it_and_is_not_measured()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var reference = await SendAsync(facebook);
        facebook.Simulator.Insights.TryRemove("post_total_media_view_unique", out _);
        facebook.Simulator.RefusedField = "comments";

        var outcome = await MeasureAsync(facebook, reference);

        Assert.Equal(
            [PostMetric.Views, PostMetric.Reactions, PostMetric.Shares], outcome.Figures.Select(figure => figure.Metric).Order());
        Assert.False(outcome.IsLater);
    }

    [Fact]
    public async Task What_nobody_did_and_Facebook_leaves_out_is_not_measured()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var reference = await SendAsync(facebook);
        facebook.Simulator.Counts.TryRemove("shares", out _);

        Assert.DoesNotContain((await MeasureAsync(facebook, reference)).Figures, figure => figure.Metric is PostMetric.Shares);
    }

    [Fact]
    public async Task A_limit_is_told_with_its_time_and_nothing_more_is_asked()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var reference = await SendAsync(facebook);
        facebook.Simulator.FailNext(FacebookFault.Throttled(613, 7), edge: FacebookEdge.Post);
        var calls = facebook.Simulator.Calls;

        var outcome = await MeasureAsync(facebook, reference);

        Assert.Equal((true, true, TimeSpan.FromMinutes(7)), (outcome.IsLater, outcome.WholeLane, outcome.After));
        Assert.Equal((0, 1), (outcome.Figures.Length, facebook.Simulator.Calls - calls));
        Assert.Equal(TimeSpan.FromMinutes(7), outcome.LanePause);
    }

    [Fact]
    public async Task A_yes_near_the_limit_tells_how_long_the_page_had_better_wait()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var reference = await SendAsync(facebook);
        Assert.Null((await MeasureAsync(facebook, reference)).LanePause);

        facebook.Simulator.Usage = 100;
        var outcome = await MeasureAsync(facebook, reference);

        Assert.Equal((5, false, TimeSpan.FromMinutes(5)), (outcome.Figures.Length, outcome.IsLater, outcome.LanePause));
    }

    [Fact]
    public async Task A_post_that_is_gone_has_no_figures()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);

        var outcome = await MeasureAsync(facebook, $"{FacebookFixture.Page}_1");

        Assert.Equal((0, false), (outcome.Figures.Length, outcome.IsLater));
    }

    private static async Task<string> SendAsync(FacebookFixture facebook) =>
        Assert.IsType<SendOutcome.Delivered>(await facebook.SendAsync()).Reference;

    private static Task<MeasureOutcome> MeasureAsync(FacebookFixture facebook, string reference) =>
        facebook.Channel.MeasureAsync(FacebookFixture.Destination, FacebookFixture.Token, reference, Cancellation);
}
