namespace Dissemination.Channels.Telegram;

/// <summary>The channel's registrations.</summary>
internal static class TelegramSetup
{
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelegramOptions>()
            .Bind(configuration.GetSection(TelegramOptions.Section))
            .Validate(
                options => options.IsValid,
                $"{TelegramOptions.Section} needs a {nameof(TelegramOptions.BaseUrl)} of http or https without a path, limits that are not negative and a {nameof(TelegramOptions.ChatInterval)} of at most 60 seconds.")
            .ValidateOnStart();
        services.AddChannelSends(TelegramBots.Http);
        return services.AddSingleton<TelegramChannel>().AddSingleton<IChannel>(provider => provider.GetRequiredService<TelegramChannel>());
    }
}
