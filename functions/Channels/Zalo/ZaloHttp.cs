using Dissemination.Channels.Telegram;
using Polly;

namespace Dissemination.Channels.Zalo;

/// <summary>How the program connects to Zalo.</summary>
internal static class ZaloHttp
{
    /// <summary>For calls that change something: made once.</summary>
    public const string Sends = "zalo";

    /// <summary>For calls that only read: repeated by themselves, briefly.</summary>
    public const string Reads = "zalo-reads";

    /// <summary>For the token server: made once, because a refresh token may be used once.</summary>
    public const string Tokens = "zalo-tokens";

    private static readonly TimeSpan[] ReadAgainAfter = [TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(400)];

    public static IServiceCollection AddZaloHttp(this IServiceCollection services)
    {
        services.AddHttpClient(Sends, client => client.Timeout = TimeSpan.FromSeconds(20)).AsZalo();
        // Well within the time for which the one who refreshes holds the lock.
        services.AddHttpClient(Tokens, client => client.Timeout = ZaloTokens.AnswerWithin).AsZalo();
        var reads = services.AddHttpClient(Reads, client => client.Timeout = TimeSpan.FromSeconds(20));
        reads.AddResilienceHandler("repeat", pipeline =>
        {
            // A moment's wait on the wire, which no clock of the program's decisions holds up.
            pipeline.TimeProvider = TimeProvider.System;
            pipeline.AddRetry(new()
            {
                ShouldHandle = static outcome => ValueTask.FromResult(outcome.Outcome is { Exception: HttpRequestException } or { Result.StatusCode: >= System.Net.HttpStatusCode.InternalServerError }),
                MaxRetryAttempts = ReadAgainAfter.Length,
                DelayGenerator = static attempt => ValueTask.FromResult<TimeSpan?>(ReadAgainAfter[attempt.AttemptNumber]),
            });
        });
        reads.AsZalo();
        return services;
    }

    /// <summary>No redirects, no cookies, no traces; a connection that Zalo might be about to close is not used again.</summary>
    public static void Configure(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ActivityHeadersPropagator = null;
        handler.ConnectTimeout = TimeSpan.FromSeconds(8);
        handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15);
    }

    // Tokens travel in headers and forms: neither logs nor traces may have them.
    private static void AsZalo(this IHttpClientBuilder client) => client
        .RemoveAllLoggers()
        .UseSocketsHttpHandler((handler, _) => Configure(handler))
        .AddHttpMessageHandler(() => new ConnectTimeoutHandler());
}
