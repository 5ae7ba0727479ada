namespace Dissemination.Channels.Telegram;

/// <summary>How the program connects to Telegram.</summary>
internal static class TelegramHttp
{
    public const string Name = "telegram";

    public static IServiceCollection AddTelegramHttp(this IServiceCollection services)
    {
        services.AddHttpClient(Name, client => client.Timeout = TimeSpan.FromSeconds(20))
            // The token is part of the address: neither logs nor traces may have it.
            .RemoveAllLoggers()
            .UseSocketsHttpHandler((handler, _) => Configure(handler))
            .AddHttpMessageHandler(() => new ConnectTimeoutHandler());
        return services;
    }

    /// <summary>No redirects, no cookies, no traces; a connection that Telegram might be about to close is not used again.</summary>
    public static void Configure(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ActivityHeadersPropagator = null;
        handler.ConnectTimeout = TimeSpan.FromSeconds(8);
        handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15);
    }
}
