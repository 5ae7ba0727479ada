using Dissemination.Channels.Connections;
using Dissemination.Channels.Preview;
using Dissemination.Channels.Sending;
using Dissemination.Channels.Telegram;
using Dissemination.Channels.Website;
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
            .Validate(options => options.IsValid, $"{TelegramOptions.Section}:{nameof(TelegramOptions.BaseUrl)} has to be an http or https address without a path.")
            .ValidateOnStart();

        services.AddTelegramHttp();
        services.AddSingleton<TelegramChannel>().AddSingleton<IChannel>(provider => provider.GetRequiredService<TelegramChannel>());
        services.AddSingleton<FeedStore>().AddSingleton<IChannel, WebsiteChannel>();
        services.AddSingleton<PreviewPages>();
        services.AddSingleton<DeliveryLedger>().AddSingleton<Standings>().AddSingleton<DeliverySender>();
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

    private static IEnumerable<PreviewChannel> Previews(IServiceProvider provider)
    {
        var store = provider.GetRequiredService<Store>();
        return
        [
            new(ChannelKind.Telegram, provider.GetRequiredService<TelegramChannel>().Render, store),
            new(ChannelKind.Facebook, post => PlainText.Render(post, PlainText.FacebookLimit), store),
            new(ChannelKind.Zalo, post => PlainText.Render(post, PlainText.ZaloGroupLimit), store),
        ];
    }
}
