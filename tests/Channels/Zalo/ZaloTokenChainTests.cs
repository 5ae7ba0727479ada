using Dissemination.Channels.Zalo;

namespace Dissemination.Tests.Channels.Zalo;

public sealed class ZaloTokenChainTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 5, 0, 0, TimeSpan.Zero);
    private static readonly ZaloTokenChain Chain = ZaloTokenChain.Begin("first") with
    {
        AccessToken = "a",
        RefreshToken = "r",
        RefreshedAt = Noon,
        ExpiresAt = Noon.AddHours(25),
    };

    [Fact]
    public void A_chain_that_just_began_has_to_be_refreshed() =>
        Assert.Equal(ZaloTokenStep.Refresh, Step(ZaloTokenChain.Begin("first"), Noon));

    [Fact]
    public void A_good_token_is_used_until_ten_minutes_before_its_end()
    {
        Assert.Equal(ZaloTokenStep.Use, Step(Chain, Noon));
        Assert.Equal(ZaloTokenStep.Use, Step(Chain, Noon.AddHours(25).AddMinutes(-11)));
        Assert.Equal(ZaloTokenStep.Refresh, Step(Chain, Noon.AddHours(25).AddMinutes(-10)));
    }

    [Fact]
    public void A_token_with_a_short_life_is_used_for_most_of_it()
    {
        var brief = Chain with { ExpiresAt = Noon.AddMinutes(1) };

        Assert.Equal(ZaloTokenStep.Use, Step(brief, Noon.AddSeconds(47)));
        Assert.Equal(ZaloTokenStep.Refresh, Step(brief, Noon.AddSeconds(48)));
    }

    [Fact]
    public void A_token_that_was_refused_is_not_used_again()
    {
        Assert.Equal(ZaloTokenStep.Refresh, Chain.Step("first", "a", Noon, TimeSpan.FromMinutes(10)));
        Assert.Equal(ZaloTokenStep.Use, Chain.Step("first", "the one before", Noon, TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public void A_dead_chain_stays_dead_until_there_is_another_first_token()
    {
        var dead = Chain with { Dead = true };

        Assert.Equal(ZaloTokenStep.Dead, Step(dead, Noon));
        Assert.Equal(ZaloTokenStep.Begin, dead.Step("second", null, Noon, TimeSpan.FromMinutes(10)));
    }

    private static ZaloTokenStep Step(ZaloTokenChain chain, DateTimeOffset now) => chain.Step("first", null, now, TimeSpan.FromMinutes(10));
}
