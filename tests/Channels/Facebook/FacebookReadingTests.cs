using System.Globalization;
using Dissemination.Channels;
using Dissemination.Channels.Facebook;
using Dissemination.Content;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Faults;

namespace Dissemination.Tests.Channels.Facebook;

public sealed class FacebookReadingTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_found_under_the_reference_that_it_would_have_had()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        facebook.Simulator.FailNext(new CallFault.Cut(Accept: true));
        Assert.IsType<SendOutcome.Unknown>(await facebook.SendAsync());

        Assert.Equal(new FindOutcome.There(Assert.Single(facebook.Simulator.Posts).Id), await FindAsync(facebook));
    }

    [Fact]
    public async Task A_post_that_did_not_arrive_is_surely_not_there()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        Assert.IsType<FindOutcome.NotThere>(await FindAsync(facebook));

        facebook.Simulator.FailNext(new CallFault.Cut(Accept: false));
        await facebook.SendAsync();
        await facebook.SendAsync(FacebookFixture.Article(link: Posts.Link + "d"));

        Assert.IsType<FindOutcome.NotThere>(await FindAsync(facebook));
    }

    [Fact]
    public async Task It_is_found_behind_many_newer_posts()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var post = facebook.Simulator.Put(FacebookFixture.Page, $"Bài\n{Posts.Link}", Posts.Morning);
        Fill(facebook, 250, Posts.Morning.AddSeconds(1));

        Assert.Equal(new FindOutcome.There(post.Id), await FindAsync(facebook, Posts.Morning));
        Assert.Equal(3, facebook.Simulator.Calls);
        Assert.Equal(0, facebook.Simulator.TokensInAddresses);
    }

    [Fact]
    public async Task Reading_ends_where_posts_are_older_than_the_send_and_the_clocks_difference()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        Fill(facebook, 250, Posts.Morning.AddHours(-1));
        facebook.Simulator.Put(FacebookFixture.Page, $"Bài\n{Posts.Link}", Posts.Morning.AddDays(-1));

        Assert.IsType<FindOutcome.NotThere>(await FindAsync(facebook, Posts.Morning));
        Assert.Equal(1, facebook.Simulator.Calls);
    }

    [Fact]
    public async Task A_clock_that_is_behind_does_not_hide_the_post()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        Fill(facebook, 100, Posts.Morning.AddMinutes(-3));
        var post = facebook.Simulator.Put(FacebookFixture.Page, $"Bài\n{Posts.Link}", Posts.Morning.AddMinutes(-4));

        Assert.Equal(new FindOutcome.There(post.Id), await FindAsync(facebook, Posts.Morning));
    }

    [Fact]
    public async Task Nobody_can_tell_where_reading_fails_or_does_not_end()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store, ("ReadBackPages", "2"));
        Fill(facebook, 250, Posts.Morning);
        Assert.IsType<FindOutcome.CannotTell>(await FindAsync(facebook, Posts.Morning));
        Assert.Equal(2, facebook.Simulator.Calls);

        facebook.Simulator.FailNext(FacebookFault.NoPermission);
        Assert.IsType<FindOutcome.CannotTell>(await FindAsync(facebook, Posts.Morning));

        facebook.Simulator.FailNext(new CallFault.Garbage(200, "{}", Accept: false));
        Assert.IsType<FindOutcome.CannotTell>(await FindAsync(facebook, Posts.Morning));

        Assert.IsType<FindOutcome.CannotTell>(
            await facebook.At(FacebookFixture.NobodyListens())
                .FindAsync(FacebookFixture.Request(FacebookFixture.Article()), Posts.Morning, Cancellation));
    }

    [Fact]
    public async Task Nobody_can_tell_of_a_part_without_the_link()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var post = FacebookFixture.Article(string.Concat(Enumerable.Repeat("từ ", 25_000))) with { Overflow = Overflow.Split };
        Assert.Equal(2, facebook.Channel.Render(post).Parts.Length);

        Assert.IsType<FindOutcome.CannotTell>(await facebook.Channel.FindAsync(FacebookFixture.Request(post), Posts.Morning, Cancellation));
        Assert.IsType<FindOutcome.NotThere>(
            await facebook.Channel.FindAsync(FacebookFixture.Request(post, "100200300_1"), Posts.Morning, Cancellation));
    }

    [Theory]
    [InlineData("2026-11-20T00:30:00+0000")]
    [InlineData("2026-11-20T07:30:00+07:00")]
    public void Times_are_read_with_and_without_a_colon(string written) =>
        Assert.Equal(Posts.Morning, new FacebookFeed.Entry("1", null, written).CreatedAt);

    private static Task<FindOutcome> FindAsync(FacebookFixture facebook, DateTimeOffset? since = null) =>
        facebook.Channel.FindAsync(
            FacebookFixture.Request(FacebookFixture.Article()), since ?? TimeProvider.System.GetUtcNow(), Cancellation);

    private static void Fill(FacebookFixture facebook, int posts, DateTimeOffset from)
    {
        for (var number = 0; number < posts; number++)
        {
            facebook.Simulator.Put(
                FacebookFixture.Page, string.Create(CultureInfo.InvariantCulture, $"Bài khác {number}"), from.AddMilliseconds(number));
        }
    }
}
