using Dissemination.Channels;
using Dissemination.Channels.Preview;
using Dissemination.Directory;
using Dissemination.Problems;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dissemination.Tests.Channels;

public sealed class ChannelRoutingTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    [Fact]
    public void A_configured_credential_leads_to_its_channel_in_a_lane_of_its_own()
    {
        var route = Find(Posts.Telegram(), preview: true, ("Credentials:telegram_tinh", "1:secret")).Value!;

        Assert.Equal(ChannelKind.Telegram, Assert.IsType<CleanedChannel>(route.Channel).Kind);
        Assert.Equal(("telegram_tinh", "1:secret"), (route.Lane, route.Credential));
        Assert.DoesNotContain("secret", $"{route}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(ChannelKind.Telegram))]
    [InlineData(nameof(ChannelKind.Facebook))]
    [InlineData(nameof(ChannelKind.Zalo))]
    public void On_one_machine_a_channel_without_its_credential_is_previewed(string kind)
    {
        var route = Find(Posts.Telegram() with { Channel = Enum.Parse<ChannelKind>(kind) }, preview: true).Value!;

        Assert.Equal(kind, Assert.IsType<PreviewChannel>(route.Channel).Kind.ToString());
        Assert.Equal(("preview", null), (route.Lane, route.Credential));
    }

    [Fact]
    public void In_the_cloud_a_credential_that_is_not_configured_is_a_problem()
    {
        var problem = Assert.Single(Find(Posts.Telegram(), preview: false).Problems);

        Assert.Equal(nameof(ProblemTexts.CredentialNotConfigured), problem.Code);
        Assert.Equal(["telegram_tinh"], problem.Arguments);
    }

    [Fact]
    public void A_channel_that_the_program_does_not_have_is_a_problem_though_its_credential_is_configured() =>
        Assert.Equal(
            nameof(ProblemTexts.ChannelNotAvailable),
            Assert.Single(new ChannelRouting([], [], _ => "secret").Find(Posts.Telegram()).Problems).Code);

    [Fact]
    public void A_website_needs_no_credential_and_is_never_a_preview()
    {
        var route = Find(Posts.Website(), preview: true).Value!;

        Assert.IsType<CleanedChannel>(route.Channel);
        Assert.Equal("website", route.Lane);
    }

    [Theory]
    [InlineData(nameof(ChannelKind.VillageGroup))]
    [InlineData(nameof(ChannelKind.Loudspeaker))]
    [InlineData(nameof(ChannelKind.NoticeBoard))]
    public void A_place_that_a_person_serves_has_no_channel(string kind)
    {
        var route = Find(Posts.Website() with { Channel = Enum.Parse<ChannelKind>(kind) }, preview: true).Value!;

        Assert.Null(route.Channel);
        Assert.Equal("hand", route.Lane);
    }

    [Fact]
    public void Only_where_a_machine_posts_for_everybody_to_see_it_is_real()
    {
        Assert.True(Ask(routing => routing.IsReal(Posts.Website()), preview: true));
        Assert.True(Ask(routing => routing.IsReal(Posts.Telegram()), preview: true, ("Credentials:telegram_tinh", "1:secret")));
        Assert.False(Ask(routing => routing.IsReal(Posts.Telegram()), preview: true));
        Assert.False(Ask(routing => routing.IsReal(Posts.Telegram()), preview: false));
        Assert.False(Ask(routing => routing.IsReal(Posts.Telegram() with { Channel = ChannelKind.VillageGroup }), preview: true));
    }

    private Parsed<ChannelRoute> Find(Destination destination, bool preview, params (string Key, string Value)[] settings) =>
        Ask(routing => routing.Find(destination), preview, settings);

    private T Ask<T>(Func<ChannelRouting, T> ask, bool preview, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                [new("Channels:Preview", preview ? "true" : "false"), .. settings.Select(
                    setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))])
            .Build();
        using var provider = new ServiceCollection().AddSingleton(storage.Store).AddSingleton(Posts.Site).AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(configuration).AddDirectory().AddChannels().BuildServiceProvider();
        return ask(provider.GetRequiredService<ChannelRouting>());
    }
}
