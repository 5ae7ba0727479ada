using Dissemination.Channels;
using Dissemination.Simulators.Zalo;

namespace Dissemination.Tests.Channels.Zalo;

public sealed class ZaloMeasuringTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private const string Slice = "/v2.0/article/getslice";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Articles_tell_views_and_shares_and_all_of_a_turn_are_one_reading_of_the_list()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var first = await MakeAsync(zalo, "Một");
        var second = await MakeAsync(zalo, "Hai");

        foreach (var article in (string[])[first, second, first])
        {
            Assert.Equal(
                [new PostFigure(PostMetric.Views, 37), new PostFigure(PostMetric.Shares, 2)],
                (await MeasureAsync(zalo, "articles", article)).Figures);
        }

        Assert.Equal(1, zalo.CallsTo(Slice));
        zalo.Time.Advance(TimeSpan.FromMinutes(11));
        await MeasureAsync(zalo, "articles", first);
        Assert.Equal(2, zalo.CallsTo(Slice));
    }

    [Fact]
    public async Task What_is_not_listed_and_messages_to_groups_are_not_measured()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await MakeAsync(zalo, "Một");

        foreach (var (address, reference) in ((string, string)[])[("articles", "khong-co"), ("nhom-1", "1")])
        {
            Assert.Equal(MeasureOutcome.Nothing, await MeasureAsync(zalo, address, reference));
        }
    }

    [Fact]
    public async Task An_account_that_is_asked_too_often_is_asked_later()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var article = await MakeAsync(zalo, "Một");
        zalo.Simulator.FailNext(ZaloFault.Throttled, path: Slice);

        var outcome = await MeasureAsync(zalo, "articles", article);

        Assert.Equal((true, true, 0), (outcome.IsLater, outcome.WholeLane, outcome.Figures.Length));
        Assert.Equal(2, (await MeasureAsync(zalo, "articles", article)).Figures.Length);
    }

    private static async Task<string> MakeAsync(ZaloFixture zalo, string title) =>
        await zalo.SendAsync("articles", ZaloFixture.WithPicture(title)) switch
        {
            SendOutcome.Delivered delivered => delivered.Reference,
            var outcome => ((SendOutcome.Delivered)await zalo.SendAsync(
                "articles", ZaloFixture.WithPicture(title), outcome.Progress)).Reference,
        };

    private static Task<MeasureOutcome> MeasureAsync(ZaloFixture zalo, string address, string reference) =>
        zalo.Channel.MeasureAsync(zalo.Destination(address), zalo.FirstToken, reference, Cancellation);
}
