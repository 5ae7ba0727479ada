using System.Collections.Immutable;
using Dissemination.Problems;
using Dissemination.Simulators.Facebook;

namespace Dissemination.Tests.Channels.Facebook;

public sealed class FacebookCheckTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static readonly (string, string) Live = ("AppIsLive", "true");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_connection_has_no_problem_and_nothing_is_posted()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store, Live);
        facebook.Simulator.Know(FacebookFixture.Token, new() { Page = FacebookFixture.Page });

        Assert.Empty(await CheckAsync(facebook));
        Assert.Empty(facebook.Simulator.Posts);
    }

    [Fact]
    public async Task An_app_that_nobody_called_live_is_a_problem()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);

        Assert.Equal([nameof(ProblemTexts.FacebookAppNotLive)], await CheckAsync(facebook));
    }

    public static TheoryData<FacebookTokenFacts, string> WrongTokens => new()
    {
        { new() { Type = "USER" }, nameof(ProblemTexts.FacebookTokenOfPerson) },
        { new() { Page = "999" }, nameof(ProblemTexts.FacebookTokenOfOtherPage) },
        { new() { Scopes = [FacebookTokenFacts.Read] }, nameof(ProblemTexts.FacebookTokenLacksPermission) },
        { new() { Scopes = [FacebookTokenFacts.Manage] }, nameof(ProblemTexts.FacebookTokenLacksPermission) },
        { new() { GrantedFor = ["999"] }, nameof(ProblemTexts.FacebookTokenLacksPermission) },
        { new() { ExpiresAt = 1_795_000_000 }, nameof(ProblemTexts.FacebookTokenWillExpire) },
    };

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task A_token_that_is_not_what_it_should_be_is_named(FacebookTokenFacts facts, string problem)
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store, Live);
        facebook.Simulator.Know(FacebookFixture.Token, facts);

        Assert.Contains(problem, await CheckAsync(facebook));
    }

    [Fact]
    public async Task A_token_of_another_app_is_named()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store, Live, ("AppId", "2000"));

        Assert.Equal([nameof(ProblemTexts.FacebookTokenOfOtherApp)], await CheckAsync(facebook));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_dead_token_is_the_only_problem_whoever_asks(bool byTheApp)
    {
        await using var facebook = await FacebookFixture.StartAsync(
            storage.Store, byTheApp ? [("AppId", "1000"), ("AppSecret", "s3cret")] : []);
        facebook.Simulator.Faults = new() { DeadCredentials = [FacebookFixture.Token] };

        Assert.Equal([nameof(ProblemTexts.FacebookTokenPasswordChanged)], await CheckAsync(facebook));
    }

    [Fact]
    public async Task Only_the_app_may_look_where_Facebook_wants_it()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store, Live);
        facebook.Simulator.OnlyAppsLookAtTokens = true;
        Assert.Equal([nameof(ProblemTexts.FacebookTokenNotRead)], await CheckAsync(facebook));

        var channel = facebook.At(facebook.Simulator.BaseUrl, Live, ("AppId", "1000"), ("AppSecret", "s3cret"));
        Assert.Empty(await channel.CheckAsync(FacebookFixture.Destination, FacebookFixture.Token, Cancellation));
    }

    [Fact]
    public async Task A_page_that_nobody_sees_is_named()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store, Live);
        facebook.Simulator.PagesArePublished = false;

        Assert.Equal([nameof(ProblemTexts.FacebookPageHidden)], await CheckAsync(facebook));
    }

    [Fact]
    public async Task A_server_that_is_not_there_and_a_token_without_form_are_named()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store, Live);

        var unreachable = await facebook.At(FacebookFixture.NobodyListens())
            .CheckAsync(FacebookFixture.Destination, FacebookFixture.Token, Cancellation);
        var without = await facebook.Channel.CheckAsync(FacebookFixture.Destination, null, Cancellation);

        Assert.Equal(nameof(ProblemTexts.ChannelUnreachable), Assert.Single(unreachable).Code);
        Assert.Equal(nameof(ProblemTexts.CredentialRefused), Assert.Single(without).Code);
    }

    [Fact]
    public async Task An_audience_is_counted_and_is_unknown_where_Facebook_does_not_tell()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        Assert.Equal(1280, await facebook.Channel.CountAudienceAsync(FacebookFixture.Destination, FacebookFixture.Token, Cancellation));

        facebook.Simulator.FailNext(FacebookFault.NoPermission);
        Assert.Null(await facebook.Channel.CountAudienceAsync(FacebookFixture.Destination, FacebookFixture.Token, Cancellation));
        Assert.Null(await facebook.Channel.CountAudienceAsync(FacebookFixture.Destination, null, Cancellation));
    }

    private static async Task<ImmutableArray<string>> CheckAsync(FacebookFixture facebook) =>
        [.. (await facebook.Channel.CheckAsync(FacebookFixture.Destination, FacebookFixture.Token, Cancellation))
            .Select(problem => problem.Code)];
}
