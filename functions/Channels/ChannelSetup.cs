using Dissemination.Channels.Cards;
using Dissemination.Channels.Connections;
using Dissemination.Channels.Facebook;
using Dissemination.Channels.Preview;
using Dissemination.Channels.Reviewers;
using Dissemination.Channels.Sending;
using Dissemination.Channels.Telegram;
using Dissemination.Channels.Website;
using Dissemination.Channels.Zalo;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Translation.Checks;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels;

/// <summary>The room's registrations.</summary>
internal static class ChannelSetup
{
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ChannelOptions>().Bind(configuration.GetSection(ChannelOptions.Section));
        services.AddSingleton<MediaPictures>();
        services.AddFacebook(configuration).AddTelegram(configuration).AddZalo(configuration);
        services.AddFeedsForOtherSites().AddSingleton<FeedStore>().AddSingleton<IChannel, WebsiteChannel>();
        services.AddSingleton<PreviewPages>();
        services.AddSingleton<ITextFit, ChannelTextFit>();
        services.AddSingleton<CardStore>().AddSingleton<HandTaskPosts>();
        services.AddSingleton<DeliveryLedger>().AddSingleton<Standings>().AddSingleton<OneSender>().AddSingleton<BatchSender>().AddSingleton<LaneSender>().AddSingleton<LaneSweeper>();
        services.AddSingleton<ConnectionDesk>();
        services.AddReviewers(configuration);
        services.AddSingleton<ILanes>(provider => provider.GetRequiredService<ChannelRouting>());
        return services.AddSingleton(provider => new ChannelRouting(
            provider.GetServices<IChannel>(),
            provider.GetRequiredService<IOptions<ChannelOptions>>().Value.Preview ? Previews(provider) : [],
            name => ConfiguredSecret.Of(configuration[$"Credentials:{name}"])));
    }

    /// <summary>A preview is rendered by its channel's own function, so that it shows exactly what would be sent.</summary>
    private static IEnumerable<PreviewChannel> Previews(IServiceProvider provider) =>
        from channel in provider.GetServices<IChannel>()
        where channel.Kind is not ChannelKind.Website
        select new PreviewChannel(channel.Kind, channel.Render, provider.GetRequiredService<Store>());
}
