namespace Dissemination.Channels.Telegram;

/// <summary>The channel's registrations.</summary>
internal static class TelegramSetup
{
    public static IServiceCollection AddTelegram(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<TelegramOptions, TelegramOptionsValidator>().BindConfiguration(TelegramOptions.Section);
        services.AddChannelSends(TelegramBots.Http);
        return services
            .AddSingleton<TelegramChannel>()
            .AddSingleton<IChannel>(provider => provider.GetRequiredService<TelegramChannel>())
            .AddSingleton<IChannel, TelegramVoiceChannel>();
    }
}
