using Dissemination.Channels;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Zalo;

namespace Dissemination.Tests.Channels.Zalo;

public sealed class ZaloBroadcastTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private const string Broadcast = "broadcast";
    private const string Send = "/v2.0/oa/message";

    private static readonly Post Post = ZaloFixture.WithPicture();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_article_is_made_first_and_broadcast_to_everybody_by_the_next_try()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);

        var made = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Broadcast, Post));
        Assert.Empty(zalo.Simulator.Broadcasts);
        var outcome = await zalo.SendAsync(Broadcast, Post, made.Progress);

        var (article, broadcast) = (Assert.Single(zalo.Simulator.Articles), Assert.Single(zalo.Simulator.Broadcasts));
        Assert.Equal((TimeSpan.Zero, $"article:{article.Id}"), (made.After, made.Progress));
        Assert.Equal([article.Id], broadcast.Articles);
        Assert.Equal(new SendOutcome.Delivered($"{article.Id}/{broadcast.Message}"), outcome);
        Assert.Contains(Posts.Link, zalo.Simulator.Posted.Single(post => post.Destination == Broadcast).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quota_that_is_used_up_keeps_the_article_and_waits_for_tomorrow()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var made = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Broadcast, Post));
        zalo.Simulator.FailNext(ZaloFault.OutOfQuota, path: Send);

        var later = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Broadcast, Post, made.Progress));
        Assert.Equal((TimeSpan.FromHours(16), made.Progress), (later.After, later.Progress));

        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(Broadcast, Post, later.Progress));
        Assert.Single(zalo.Simulator.Articles);
    }

    [Fact]
    public async Task A_broadcast_that_was_cut_off_is_unknown_and_only_a_person_can_tell()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var made = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Broadcast, Post));
        zalo.Simulator.FailNext(new CallFault.Cut(Accept: true), path: Send);

        Assert.Equal(made.Progress, Assert.IsType<SendOutcome.Unknown>(await zalo.SendAsync(Broadcast, Post, made.Progress)).Progress);
        zalo.Time.Advance(TimeSpan.FromHours(1));

        Assert.IsType<FindOutcome.CannotTell>(
            await zalo.Channel.FindAsync(zalo.Request(Broadcast, Post, made.Progress), zalo.Time.GetUtcNow().AddHours(-1), Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_article_whose_making_was_cut_off_is_made_again_only_where_there_is_none(bool taken)
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.FailNext(new CallFault.Cut(Accept: taken), path: "/v2.0/article/create");
        Assert.IsType<SendOutcome.Unknown>(await zalo.SendAsync(Broadcast, Post));
        zalo.Time.Advance(TimeSpan.FromMinutes(1));

        var found = await zalo.Channel.FindAsync(zalo.Request(Broadcast, Post), zalo.Time.GetUtcNow().AddMinutes(-1), Cancellation);

        Assert.IsType(taken ? typeof(FindOutcome.CannotTell) : typeof(FindOutcome.NotThere), found);
    }

    [Fact]
    public async Task Correcting_and_taking_down_a_broadcast_do_so_with_its_article()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var made = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Broadcast, Post));
        var reference = Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(Broadcast, Post, made.Progress)).Reference;

        Assert.Equal(
            new SendOutcome.Delivered(reference),
            await zalo.Channel.EditAsync(zalo.Request(Broadcast, ZaloFixture.WithPicture("Đính chính")), reference, Cancellation));
        Assert.Equal("Đính chính", Assert.Single(zalo.Simulator.Articles).Title);

        Assert.Equal(
            new SendOutcome.Delivered(reference), await zalo.Channel.RemoveAsync(zalo.Request(Broadcast, Post), reference, Cancellation));
        Assert.Empty(zalo.Simulator.Articles);
    }
}
