using Dissemination.Channels.Cards;
using Dissemination.Channels.Facebook;
using Dissemination.Channels.Preview;
using Dissemination.Channels.Telegram;
using Dissemination.Channels.Website;
using Dissemination.Channels.Zalo;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels;

/// <summary>The room's registrations.</summary>
internal static class ChannelSetup
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddOptions<ChannelOptions>().BindConfiguration(ChannelOptions.Section);
        services.AddSingleton<MediaPictureReader>();
        services.AddFacebook().AddTelegram().AddZalo();
        services.AddFeedsForOtherSites().AddSingleton<FeedStore>().AddSingleton<FeedVoiceStore>();
        services.AddSingleton<FeedReader>().AddSingleton<IChannel, WebsiteChannel>();
        services.AddSingleton<PreviewReader>();
        services.AddSingleton<CardStore>().AddSingleton<PublicPictureStore>();
        services.AddSingleton<KnownSecrets>();
        services.TryAddSingleton<SiteAddress>();
        return services.AddSingleton(provider => new ChannelRouting(
            provider.GetServices<IChannel>()
                .Select(channel => new CleanedChannel(channel, provider.GetRequiredService<KnownSecrets>())),
            provider.GetRequiredService<IOptions<ChannelOptions>>().Value.Preview ? Previews(provider) : [],
            name => ConfiguredSecret.Of(provider.GetRequiredService<IConfiguration>()[$"Credentials:{name}"])));
    }

    /// <summary>A preview is rendered by its channel's own function, so that it shows exactly what would be sent.</summary>
    private static IEnumerable<PreviewChannel> Previews(IServiceProvider provider) =>
        from channel in provider.GetServices<IChannel>()
        where channel.Kind is not ChannelKind.Website
        select new PreviewChannel(channel.Kind, channel.Render, provider.GetRequiredService<Store>());
}
