using Dissemination.Channels.Zalo;
using Dissemination.Problems;
using Dissemination.Simulators.Zalo;

namespace Dissemination.Tests.Channels.Zalo;

public sealed class ZaloPlacesTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_wrong_with_a_group_that_the_account_owns_nor_with_its_articles()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        AddGroups(zalo, 120);

        Assert.Empty(await CheckAsync(zalo, "nhom-117"));
        Assert.Empty(await CheckAsync(zalo, "articles"));
        Assert.Empty(zalo.Simulator.Posted);
    }

    [Fact]
    public async Task A_group_of_somebody_else_one_that_is_disabled_and_an_address_of_no_form_are_named()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.AddGroup(zalo.Account, new("nhom-1", "Nhóm cũ", 3, "disabled"));

        Assert.Equal([nameof(ProblemTexts.ZaloGroupNotOwned)], await CheckAsync(zalo, "nhom-2"));
        Assert.Equal([nameof(ProblemTexts.DestinationClosed)], await CheckAsync(zalo, "nhom-1"));
        Assert.Equal([nameof(ProblemTexts.DestinationAddressUnknown)], await CheckAsync(zalo, "nhóm 1"));
    }

    [Fact]
    public async Task An_account_that_is_not_verified_is_named()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.Verified = false;

        Assert.Equal([nameof(ProblemTexts.ZaloAccountNotVerified)], await CheckAsync(zalo, "broadcast"));
    }

    [Fact]
    public async Task A_dead_account_a_missing_credential_and_a_missing_application_are_told_apart()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var without = zalo.Process(settings: [("AppId", ""), ("SecretKey", "")]);

        Assert.Equal(
            [nameof(ProblemTexts.ZaloAppNotConfigured)],
            (await without.CheckAsync(zalo.Destination(), zalo.FirstToken, Cancellation)).Select(problem => problem.Code));
        Assert.Equal(
            [nameof(ProblemTexts.CredentialNotConfigured)],
            (await zalo.Channel.CheckAsync(zalo.Destination(), null, Cancellation)).Select(problem => problem.Code));

        zalo.Simulator.Faults = new() { DeadCredentials = [zalo.Account] };
        Assert.Equal([nameof(ProblemTexts.ZaloTokenLost)], await CheckAsync(zalo, "articles"));
    }

    [Fact]
    public async Task An_audience_is_the_members_of_a_group_or_the_followers_of_the_account()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        AddGroups(zalo, 60);

        Assert.Equal(157, await CountAsync(zalo, "group:nhom-57"));
        Assert.Equal(512, await CountAsync(zalo, "articles"));
        Assert.Equal(512, await CountAsync(zalo, "broadcast"));
        Assert.Null(await CountAsync(zalo, "nhom-61"));

        zalo.Simulator.FailNext(ZaloFault.NeedsUpgrade);
        Assert.Null(await CountAsync(zalo, "nhom-57"));
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.True(IsValid(new()));
        Assert.True(IsValid(new() { AppId = "1", SecretKey = "s", BaseUrl = "http://127.0.0.1:7199" }));
        Assert.False(IsValid(new() { AppId = "1" }));
        Assert.False(IsValid(new() { BaseUrl = "openapi.zalo.me" }));
        Assert.False(IsValid(new() { OAuthUrl = "https://oauth.zaloapp.com/v4" }));
        Assert.False(IsValid(new() { TitleLimit = 151 }));

        static bool IsValid(ZaloOptions options) => new ZaloOptionsValidator().Validate(name: null, options).Succeeded;
    }

    private static void AddGroups(ZaloFixture zalo, int count)
    {
        for (var i = 0; i < count; i++)
        {
            zalo.Simulator.AddGroup(zalo.Account, new($"nhom-{i}", $"Nhóm {i}", 100 + i));
        }
    }

    private static async Task<IEnumerable<string>> CheckAsync(ZaloFixture zalo, string address) =>
        (await zalo.Channel.CheckAsync(zalo.Destination(address), zalo.FirstToken, Cancellation)).Select(problem => problem.Code);

    private static Task<long?> CountAsync(ZaloFixture zalo, string address) =>
        zalo.Channel.CountAudienceAsync(zalo.Destination(address), zalo.FirstToken, Cancellation);
}
