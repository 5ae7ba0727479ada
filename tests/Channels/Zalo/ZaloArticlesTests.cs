using Dissemination.Channels;
using Dissemination.Problems;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Zalo;

namespace Dissemination.Tests.Channels.Zalo;

public sealed class ZaloArticlesTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private const string Articles = "articles";
    private const string Create = "/v2.0/article/create";
    private const string Verify = "/v2.0/article/verify";

    private static readonly Post Post = ZaloFixture.WithPicture();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_that_is_ready_at_once_is_delivered_under_its_id()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);

        var outcome = await zalo.SendAsync(Articles, Post);

        var article = Assert.Single(zalo.Simulator.Articles);
        Assert.Equal(new SendOutcome.Delivered(article.Id), outcome);
        Assert.Equal((Post.Text.Title, "show"), (article.Title, article.Status));
        Assert.Contains(Posts.Link, article.Body);
        Assert.Equal((zalo.Account, Articles), (zalo.Simulator.Posted[0].Credential, zalo.Simulator.Posted[0].Destination));
    }

    [Fact]
    public async Task An_article_shows_its_other_pictures_below_its_words()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);

        await zalo.SendAsync(
            Articles,
            Post with { Pictures = [.. Post.Pictures, new("hai.png", "image/png", "Nương"), new("ba.jpg", "image/jpeg", "Suối")] });

        Assert.Equal(
            ["hai.png", "ba.jpg"],
            Assert.Single(zalo.Simulator.Articles).Pictures.Select(address => address[(address.LastIndexOf('/') + 1)..]));
    }

    [Fact]
    public async Task An_article_that_is_not_ready_is_asked_for_again_and_made_once()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.NotReadyAnswers = 2;

        var first = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Articles, Post));
        var second = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Articles, Post, first.Progress));
        var third = await zalo.SendAsync(Articles, Post, second.Progress);

        Assert.Equal((TimeSpan.FromSeconds(5), false), (first.After, first.WholeLane));
        Assert.StartsWith("token:", first.Progress, StringComparison.Ordinal);
        Assert.Equal(first.Progress, second.Progress);
        Assert.Equal(Assert.Single(zalo.Simulator.Articles).Id, Assert.IsType<SendOutcome.Delivered>(third).Reference);
        Assert.Equal((1, 3), (zalo.CallsTo(Create), zalo.CallsTo(Verify)));
    }

    [Fact]
    public async Task An_article_that_is_never_ready_becomes_a_persons_matter()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.NotReadyAnswers = 10;
        var later = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Articles, Post));
        zalo.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(
            nameof(ProblemTexts.ZaloArticleStuck),
            Assert.IsType<SendOutcome.Rejected>(await zalo.SendAsync(Articles, Post, later.Progress)).Reason.Code);
    }

    [Fact]
    public async Task Asking_that_was_cut_off_is_asked_again_with_the_same_ticket()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.FailNext(new CallFault.Cut(Accept: true), path: Verify);

        var later = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Articles, Post));
        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(Articles, Post, later.Progress));

        Assert.Single(zalo.Simulator.Articles);
    }

    [Fact]
    public async Task A_cover_that_Zalo_could_not_fetch_rejects_the_article_and_the_next_try_makes_a_new_one()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.FailNext(new ZaloFault.Answer(-200, "Upload media failed"), path: Verify);

        Assert.Equal("", Assert.IsType<SendOutcome.Rejected>(await zalo.SendAsync(Articles, Post)).Progress);
        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(Articles, Post, ""));
        Assert.Equal(2, zalo.CallsTo(Create));
    }

    [Fact]
    public async Task An_article_without_a_picture_is_rejected_with_what_to_do_and_nothing_is_called()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);

        Assert.Equal(nameof(ProblemTexts.ZaloNeedsCover), Assert.IsType<SendOutcome.Rejected>(await zalo.SendAsync(Articles)).Reason.Code);
        Assert.Equal(0, zalo.Simulator.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_article_without_a_clear_answer_is_unknown_and_read_back_by_its_link(bool taken)
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.AddArticle(zalo.Account, Post.Text.Title!, "Bài cùng tên của người khác", zalo.Time.GetUtcNow());
        zalo.Simulator.FailNext(new CallFault.Cut(Accept: taken), path: Create);
        var since = zalo.Time.GetUtcNow();

        Assert.IsType<SendOutcome.Unknown>(await zalo.SendAsync(Articles, Post));
        zalo.Time.Advance(TimeSpan.FromMinutes(1));
        var found = await zalo.Channel.FindAsync(zalo.Request(Articles, Post), since, Cancellation);

        if (taken)
        {
            Assert.Equal(new FindOutcome.There(zalo.Simulator.Posted[0].Reference), found);
        }
        else
        {
            Assert.IsType<FindOutcome.NotThere>(found);
        }
    }

    [Fact]
    public async Task That_an_article_is_not_listed_yet_says_nothing_at_first()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var since = zalo.Time.GetUtcNow();
        zalo.Time.Advance(TimeSpan.FromSeconds(44));
        Assert.IsType<FindOutcome.CannotTell>(await zalo.Channel.FindAsync(zalo.Request(Articles, Post), since, Cancellation));

        zalo.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<FindOutcome.NotThere>(await zalo.Channel.FindAsync(zalo.Request(Articles, Post), since, Cancellation));
    }

    [Fact]
    public async Task Reading_back_goes_over_pages_as_far_as_the_send_and_no_further()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var since = zalo.Time.GetUtcNow();
        await zalo.SendAsync(Articles, Post);
        var reference = zalo.Simulator.Posted[0].Reference;
        for (var i = 1; i <= 25; i++)
        {
            zalo.Simulator.AddArticle(zalo.Account, $"Tin khác {i}", "Tin khác", since.AddMinutes(i));
            zalo.Simulator.AddArticle(zalo.Account, $"Tin cũ {i}", "Tin cũ", since.AddDays(-i));
        }

        zalo.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(new FindOutcome.There(reference), await zalo.Channel.FindAsync(zalo.Request(Articles, Post), since, Cancellation));
        Assert.Equal(3, zalo.CallsTo("/v2.0/article/getslice"));

        Assert.IsType<FindOutcome.NotThere>(
            await zalo.Channel.FindAsync(zalo.Request(Articles, ZaloFixture.WithPicture("Không có")), since, Cancellation));
        Assert.Equal(7, zalo.CallsTo("/v2.0/article/getslice"));
    }

    [Fact]
    public async Task A_list_that_is_longer_than_is_read_does_not_tell()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var since = zalo.Time.GetUtcNow();
        for (var i = 1; i <= 30; i++)
        {
            zalo.Simulator.AddArticle(zalo.Account, $"Tin khác {i}", "Tin khác", since.AddMinutes(i));
        }

        zalo.Time.Advance(TimeSpan.FromHours(1));
        var channel = zalo.Process(settings: ("MostPages", "2"));

        Assert.IsType<FindOutcome.CannotTell>(await channel.FindAsync(zalo.Request(Articles, Post), since, Cancellation));
    }

    [Fact]
    public async Task A_read_is_repeated_by_itself_and_a_send_never()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync(Articles, Post);
        zalo.Simulator.FailNext(new CallFault.Garbage(503, "busy", Accept: false), times: 2, path: "/v2.0/article/getslice");

        Assert.IsType<FindOutcome.There>(await zalo.Channel.FindAsync(zalo.Request(Articles, Post), zalo.Time.GetUtcNow(), Cancellation));
        Assert.Equal(3, zalo.CallsTo("/v2.0/article/getslice"));

        zalo.Simulator.FailNext(new CallFault.Garbage(503, "busy", Accept: false), path: Create);
        Assert.IsType<SendOutcome.Unknown>(await zalo.SendAsync(Articles, Post));
        Assert.Equal(2, zalo.CallsTo(Create));
    }

    [Fact]
    public async Task A_ticket_tells_what_became_of_a_send_that_was_interrupted()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.NotReadyAnswers = 2;
        var later = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(Articles, Post));
        var request = zalo.Request(Articles, Post, later.Progress);

        Assert.IsType<FindOutcome.NotThere>(await zalo.Channel.FindAsync(request, zalo.Time.GetUtcNow(), Cancellation));
        Assert.Equal(
            new FindOutcome.There(zalo.Simulator.Articles[0].Id),
            await zalo.Channel.FindAsync(request, zalo.Time.GetUtcNow(), Cancellation));
    }

    [Fact]
    public async Task An_article_is_replaced_in_its_place_and_keeps_its_id()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var reference = Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(Articles, Post)).Reference;
        zalo.Simulator.NotReadyAnswers = 1;
        var corrected = ZaloFixture.WithPicture("Mắc ca trên đất Búng Lao (đính chính)");

        var later = Assert.IsType<SendOutcome.Later>(
            await zalo.Channel.EditAsync(zalo.Request(Articles, corrected), reference, Cancellation));
        var edited = await zalo.Channel.EditAsync(zalo.Request(Articles, corrected, later.Progress), reference, Cancellation);

        Assert.Equal(new SendOutcome.Delivered(reference), edited);
        Assert.Equal((reference, corrected.Text.Title), (Assert.Single(zalo.Simulator.Articles).Id, zalo.Simulator.Articles[0].Title));
        Assert.Equal(1, zalo.CallsTo("/v2.0/article/update"));
    }

    [Fact]
    public async Task An_article_is_taken_down_and_one_that_is_gone_counts_as_taken_down()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var reference = Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(Articles, Post)).Reference;

        Assert.Equal(
            new SendOutcome.Delivered(reference), await zalo.Channel.RemoveAsync(zalo.Request(Articles, Post), reference, Cancellation));
        Assert.Empty(zalo.Simulator.Posted);
        Assert.Equal(
            new SendOutcome.Delivered(reference), await zalo.Channel.RemoveAsync(zalo.Request(Articles, Post), reference, Cancellation));
    }
}
