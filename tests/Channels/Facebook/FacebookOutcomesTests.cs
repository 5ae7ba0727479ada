using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Problems;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Faults;

namespace Dissemination.Tests.Channels.Facebook;

public sealed class FacebookOutcomesTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<CallFault> WithoutAClearAnswer =>
    [
        FacebookFault.ServerError,
        FacebookFault.ServerErrorAfterAccept,
        new CallFault.Garbage(502, "<html>Bad Gateway</html>", Accept: true),
        new CallFault.Garbage(200, "<html>", Accept: true),
        new CallFault.Garbage(200, "{}", Accept: true),
        new CallFault.Garbage(200, "null", Accept: true),
        new CallFault.Silence(Accept: true),
        new CallFault.Cut(Accept: false),
        new CallFault.Cut(Accept: true),
    ];

    [Theory]
    [MemberData(nameof(WithoutAClearAnswer))]
    public async Task A_post_without_a_clear_answer_is_unknown_and_was_sent_once(CallFault fault)
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        facebook.Patience = LongWaits.For(fault);
        facebook.Simulator.FailNext(fault);

        Assert.IsType<SendOutcome.Unknown>(await facebook.SendAsync());
        Assert.Equal(1, facebook.Simulator.Calls);
    }

    [Fact]
    public async Task A_second_post_over_a_connection_that_is_cut_is_not_repeated_either()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        Assert.IsType<SendOutcome.Delivered>(await facebook.SendAsync());
        facebook.Simulator.FailNext(new CallFault.Cut(Accept: true));

        Assert.IsType<SendOutcome.Unknown>(await facebook.SendAsync(FacebookFixture.Article("Khác")));
        Assert.Equal(2, facebook.Simulator.Calls);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    public async Task A_read_that_fails_is_repeated_within_a_second(int status)
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        facebook.Simulator.FailNext(FacebookFault.ServerError with { Status = status }, times: 2);

        Assert.Equal(1280, await facebook.Channel.CountAudienceAsync(FacebookFixture.Destination, FacebookFixture.Token, Cancellation));
        Assert.Equal(3, facebook.Simulator.Calls);

        facebook.Simulator.FailNext(FacebookFault.ServerError with { Status = status }, times: 9);
        Assert.Null(await facebook.Channel.CountAudienceAsync(FacebookFixture.Destination, FacebookFixture.Token, Cancellation));
        Assert.Equal(6, facebook.Simulator.Calls);
    }

    [Fact]
    public async Task A_read_that_fails_does_not_wait_for_as_long_as_the_answer_names()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        facebook.Simulator.FailNext(
            FacebookFault.ServerError with
            {
                Status = 503,
                Headers = ImmutableDictionary<string, string>.Empty.Add("Retry-After", "3600"),
            });

        Assert.Equal(1280, await facebook.Channel.CountAudienceAsync(FacebookFixture.Destination, FacebookFixture.Token, Cancellation));
        Assert.Equal(2, facebook.Simulator.Calls);
    }

    [Fact]
    public async Task A_read_that_is_throttled_is_not_repeated()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        facebook.Simulator.FailNext(FacebookFault.Throttled(4, 0) with { Status = 429 });

        Assert.Null(await facebook.Channel.CountAudienceAsync(FacebookFixture.Destination, FacebookFixture.Token, Cancellation));
        Assert.Equal(1, facebook.Simulator.Calls);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(17)]
    [InlineData(32)]
    [InlineData(341)]
    [InlineData(613)]
    [InlineData(80001)]
    public async Task A_throttled_page_waits_as_long_as_Facebook_says(int code)
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        facebook.Simulator.FailNext(FacebookFault.Throttled(code, minutes: 7));

        var later = Assert.IsType<SendOutcome.Later>(await facebook.SendAsync());

        Assert.Equal(
            (TimeSpan.FromMinutes(7), true, TimeSpan.FromMinutes(7)), (later.After!.Value, later.WholeLane, later.LanePause!.Value));
        Assert.Equal(1, facebook.Simulator.Calls);
    }

    [Fact]
    public async Task A_throttled_page_waits_a_set_time_where_Facebook_names_none()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store, ("ThrottleWait", "00:00:09"));
        facebook.Simulator.FailNext(FacebookFault.Throttled(32, minutes: 0));

        Assert.Equal(TimeSpan.FromSeconds(9), Assert.IsType<SendOutcome.Later>(await facebook.SendAsync()).After);
    }

    [Fact]
    public async Task A_delivered_post_tells_that_the_page_is_near_its_limit()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        facebook.Simulator.Usage = 79;
        Assert.Null(Assert.IsType<SendOutcome.Delivered>(await facebook.SendAsync()).LanePause);

        facebook.Simulator.Usage = 100;
        Assert.Equal(
            TimeSpan.FromMinutes(5),
            Assert.IsType<SendOutcome.Delivered>(await facebook.SendAsync(FacebookFixture.Article("Khác"))).LanePause);
    }

    [Fact]
    public async Task The_text_of_the_last_post_is_a_duplicate()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        await facebook.SendAsync();

        Assert.IsType<SendOutcome.Duplicate>(await facebook.SendAsync());
        Assert.Single(facebook.Simulator.Posts);
    }

    [Fact]
    public async Task A_dead_token_a_block_and_a_missing_permission_stop_what_they_concern()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        facebook.Simulator.FailNext(FacebookFault.DeadToken(463));
        facebook.Simulator.FailNext(FacebookFault.Blocked);
        facebook.Simulator.FailNext(FacebookFault.NoPermission);

        Assert.Equal(
            nameof(ProblemTexts.FacebookTokenExpired), Assert.IsType<SendOutcome.CredentialDead>(await facebook.SendAsync()).Reason.Code);
        Assert.Equal(
            nameof(ProblemTexts.FacebookBlocked), Assert.IsType<SendOutcome.CredentialDead>(await facebook.SendAsync()).Reason.Code);
        Assert.Equal(
            nameof(ProblemTexts.FacebookPermissionMissing), Assert.IsType<SendOutcome.Closed>(await facebook.SendAsync()).Reason.Code);
    }

    [Fact]
    public async Task Where_no_connection_comes_about_the_post_never_left()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);

        foreach (var address in (string[])[
            FacebookFixture.NobodyListens(),
            "http://facebook.invalid",
            facebook.Simulator.BaseUrl.Replace("http://", "https://", StringComparison.Ordinal)])
        {
            var later = Assert.IsType<SendOutcome.Later>(
                await facebook.At(address).SendAsync(FacebookFixture.Request(FacebookFixture.Article()), Cancellation));
            Assert.Equal((null, false, nameof(ProblemTexts.ChannelUnreachable)), (later.After, later.WholeLane, later.Reason.Code));
        }
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_gets_its_cancellation_and_no_outcome()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        facebook.Simulator.FailNext(new CallFault.Silence(Accept: true));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => facebook.Channel.SendAsync(FacebookFixture.Request(FacebookFixture.Article()), stop.Token));
    }

    [Fact]
    public async Task In_a_storm_whatever_is_called_delivered_is_there_and_whatever_is_called_later_is_not()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        facebook.Simulator.Faults = new()
        {
            Seed = 7,
            RetryAfter = 0,
            Slowness = TimeSpan.FromMilliseconds(20),
            Shares = Enum.GetValues<Fault>().Where(fault => fault is not Fault.None).ToDictionary(fault => fault, _ => 0.08)
                .ToImmutableDictionary(),
        };
        var posts = Enumerable.Range(0, 200)
            .Select(number => FacebookFixture.Article($"Bài {number}", $"https://tuyentruyen.example/s/k{number}")).ToList();

        var outcomes = await Task.WhenAll(posts.Select(facebook.SendAsync));

        var there = facebook.Simulator.Posts.Select(post => post.Message).ToHashSet(StringComparer.Ordinal);
        Assert.All(posts.Zip(outcomes), pair =>
        {
            var isThere = there.Contains(facebook.Channel.Render(pair.First).Text);
            Assert.True(pair.Second switch
            {
                SendOutcome.Delivered => isThere,
                SendOutcome.Later => !isThere,
                SendOutcome.Unknown => true,
                _ => false,
            });
        });
        Assert.Contains(outcomes, outcome => outcome is SendOutcome.Unknown);
        Assert.Contains(outcomes, outcome => outcome is SendOutcome.Later);
        Assert.Equal(facebook.Simulator.Throttled, outcomes.Count(outcome => outcome is SendOutcome.Later { WholeLane: true }));
    }
}
