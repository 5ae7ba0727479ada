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
    public async Task An_article_whose_making_was_cut_off_is_used_and_made_again_only_where_there_is_none(bool taken)
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.FailNext(new CallFault.Cut(Accept: taken), path: "/v2.0/article/create");
        Assert.IsType<SendOutcome.Unknown>(await zalo.SendAsync(Broadcast, Post));
        zalo.Time.Advance(TimeSpan.FromMinutes(1));

        var found = await zalo.Channel.FindAsync(zalo.Request(Broadcast, Post), zalo.Time.GetUtcNow().AddMinutes(-1), Cancellation);

        if (!taken)
        {
            Assert.IsType<FindOutcome.NotThere>(found);
            return;
        }

        // That the broadcast was not begun is sure: it is begun with its article's name stored.
        var begun = Assert.IsType<FindOutcome.Begun>(found);
        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(Broadcast, Post, begun.Progress));
        Assert.Equal(Assert.Single(zalo.Simulator.Articles).Id, Assert.Single(Assert.Single(zalo.Simulator.Broadcasts).Articles));
    }

    [Fact]
    public async Task An_article_that_a_person_did_not_find_is_looked_for_before_another_is_made()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.FailNext(new CallFault.Cut(Accept: true), path: "/v2.0/article/create");
        Assert.IsType<SendOutcome.Unknown>(await zalo.SendAsync(Broadcast, Post));
        var since = zalo.Time.GetUtcNow();
        zalo.Time.Advance(TimeSpan.FromMinutes(10));

        var found = Assert.IsType<SendOutcome.Later>(
            await zalo.Channel.SendAsync(zalo.Request(Broadcast, Post) with { SoughtSince = since }, Cancellation));
        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(Broadcast, Post, found.Progress));
        Assert.Single(zalo.Simulator.Articles);

        // Where Zalo does not tell, none is made. A connection that was used before and is cut is tried anew by the client itself.
        zalo.Simulator.FailNext(new CallFault.Cut(Accept: false), times: 5, path: "/v2.0/article/getslice");
        var other = ZaloFixture.WithPicture("Bài khác");
        Assert.IsType<SendOutcome.Later>(
            await zalo.Channel.SendAsync(zalo.Request(Broadcast, other) with { SoughtSince = since }, Cancellation));
        Assert.Single(zalo.Simulator.Articles);
    }

    [Fact]
    public async Task An_article_that_was_made_and_not_broadcast_yet_gets_the_words_that_are_approved_meanwhile()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var made = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Broadcast, Post));
        var corrected = ZaloFixture.WithPicture("Đính chính");
        var progress = zalo.Channel.ChangesOf(zalo.Destination(Broadcast)).TakeOver(made.Progress!);

        var renewed = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Broadcast, corrected, progress));
        Assert.Equal(made.Progress, renewed.Progress);
        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(Broadcast, corrected, renewed.Progress));

        Assert.Equal("Đính chính", Assert.Single(zalo.Simulator.Articles).Title);
        Assert.Single(zalo.Simulator.Broadcasts);
        Assert.Null(zalo.Channel.ChangesOf(zalo.Destination(Broadcast)).TakeOver("msg-1,msg-2"));
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
