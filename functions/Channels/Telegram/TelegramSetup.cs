namespace Dissemination.Channels.Telegram;

/// <summary>The channel's registrations.</summary>
internal static class TelegramSetup
{
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelegramOptions>()
            .Bind(configuration.GetSection(TelegramOptions.Section))
            .Validate(options => options.IsValid, $"{TelegramOptions.Section}:{nameof(TelegramOptions.BaseUrl)} has to be an http or https address without a path.")
            .ValidateOnStart();
        services.AddChannelSends(TelegramBots.Http);
        return services.AddSingleton<TelegramChannel>().AddSingleton<IChannel>(provider => provider.GetRequiredService<TelegramChannel>());
    }
}
