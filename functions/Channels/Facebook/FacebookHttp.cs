using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Dissemination.Channels.Facebook;

/// <summary>How the program connects to Facebook: what only reads is repeated, what changes something is sent once.</summary>
internal static class FacebookHttp
{
    public const string Reads = "facebook-reads";

    public const string Writes = "facebook-writes";

    public static IServiceCollection AddFacebookHttp(this IServiceCollection services)
    {
        var reads = services.AddHttpClient(Reads).WithConnections();
        reads.AddResilienceHandler("repeat", pipeline => pipeline.AddRetry(Repeat()));
        reads.AddHttpMessageHandler(() => new ConnectTimeoutHandler());

        services.AddHttpClient(Writes).WithConnections().AddHttpMessageHandler(() => new ConnectTimeoutHandler());
        return services.AddSingleton<FacebookClient>();
    }

    /// <summary>
    /// Half a second of waiting in all, because the invocation waits with it. A limit is not waited for here, whatever Retry-After says,
    /// and a connection that does not come about would only take its eight seconds again.
    /// </summary>
    private static HttpRetryStrategyOptions Repeat() => new()
    {
        MaxRetryAttempts = 2,
        BackoffType = DelayBackoffType.Constant,
        Delay = TimeSpan.FromMilliseconds(250),
        UseJitter = false,
        ShouldRetryAfterHeader = false,
        ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome switch
        {
            { Exception: HttpRequestException failure } => !failure.NeverLeft(),
            { Result: { } answer } => (int)answer.StatusCode >= StatusCodes.Status500InternalServerError,
            _ => false,
        }),
    };

    /// <summary>No redirects, no cookies, no logs, no trace headers; a connection that Facebook might be about to close is not used again.</summary>
    private static IHttpClientBuilder WithConnections(this IHttpClientBuilder client) => client
        .ConfigureHttpClient(http =>
        {
            http.Timeout = TimeSpan.FromSeconds(20);
            http.MaxResponseContentBufferSize = 8 * 1024 * 1024;
        })
        .RemoveAllLoggers()
        .UseSocketsHttpHandler((handler, _) =>
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.ActivityHeadersPropagator = null;
            handler.ConnectTimeout = TimeSpan.FromSeconds(8);
            handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15);
        });
}
