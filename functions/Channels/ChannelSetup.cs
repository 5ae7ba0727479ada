using Dissemination.Channels.Cards;
using Dissemination.Channels.Connections;
using Dissemination.Channels.Facebook;
using Dissemination.Channels.Preview;
using Dissemination.Channels.Sending;
using Dissemination.Channels.Telegram;
using Dissemination.Channels.Website;
using Dissemination.Channels.Zalo;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels;

/// <summary>The room's registrations.</summary>
internal static class ChannelSetup
{
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ChannelOptions>().Bind(configuration.GetSection(ChannelOptions.Section));
        services.AddOptions<TelegramOptions>()
            .Bind(configuration.GetSection(TelegramOptions.Section))
            .Validate(
                options => options.IsValid,
                $"{TelegramOptions.Section} needs a {nameof(TelegramOptions.BaseUrl)} of http or https without a path, limits that are not negative and a {nameof(TelegramOptions.ChatInterval)} of at most 60 seconds.")
            .ValidateOnStart();

        services.AddOptions<FacebookOptions>()
            .Bind(configuration.GetSection(FacebookOptions.Section))
            .Validate(
                options => options.IsValid,
                $"{FacebookOptions.Section} needs a {nameof(FacebookOptions.BaseUrl)} of http or https without a path, a {nameof(FacebookOptions.Version)} like v24.0 and waits that are not negative.")
            .ValidateOnStart();

        services.AddTelegramHttp();
        services.AddFacebookHttp();
        services.AddSingleton<MediaPictures>().AddSingleton<FacebookReading>();
        services.AddSingleton<FacebookChannel>().AddSingleton<IChannel>(provider => provider.GetRequiredService<FacebookChannel>());
        services.AddSingleton<TelegramChannel>().AddSingleton<IChannel>(provider => provider.GetRequiredService<TelegramChannel>());
        services.AddZalo(configuration);
        services.AddSingleton<FeedStore>().AddSingleton<IChannel, WebsiteChannel>();
        services.AddSingleton<PreviewPages>();
        services.AddSingleton<CardStore>().AddSingleton<HandTaskPosts>();
        services.AddSingleton<DeliveryLedger>().AddSingleton<Standings>().AddSingleton<OneSender>().AddSingleton<BatchSender>().AddSingleton<LaneSender>().AddSingleton<LaneSweeper>();
        services.AddSingleton<ConnectionDesk>();
        services.AddSingleton<ILanes>(provider => provider.GetRequiredService<ChannelRouting>());
        return services.AddSingleton(provider => new ChannelRouting(
            provider.GetServices<IChannel>(),
            provider.GetRequiredService<IOptions<ChannelOptions>>().Value.Preview ? Previews(provider) : [],
            name => CredentialOf(configuration[$"Credentials:{name}"])));
    }

    // Azure leaves a reference that it could not resolve in the setting as it was written: that is no secret.
    private static string? CredentialOf(string? setting) =>
        setting?.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal) == true ? null : setting;

    /// <summary>A preview is rendered by its channel's own function, so that it shows exactly what would be sent.</summary>
    private static IEnumerable<PreviewChannel> Previews(IServiceProvider provider) =>
        from channel in provider.GetServices<IChannel>()
        where channel.Kind is not ChannelKind.Website
        select new PreviewChannel(channel.Kind, channel.Render, provider.GetRequiredService<Store>());
}
