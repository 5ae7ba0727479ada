using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Dissemination.Channels;

/// <summary>How the program connects to channels: what only reads is repeated, what changes something is sent once.</summary>
internal static class ChannelHttp
{
    /// <summary>How long an answer is waited for, its connection and its repeats included.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A client for calls that change something: each is made once.</summary>
    /// <param name="configure">What the channel wants otherwise than others.</param>
    public static IServiceCollection AddChannelSends(this IServiceCollection services, string name, Action<HttpClient>? configure = null)
    {
        services.AddClient(name, configure).WithConnections();
        return services;
    }

    /// <summary>A client for calls that only read: what fails is repeated by itself, briefly.</summary>
    /// <param name="configure">What the channel wants otherwise than others.</param>
    public static IServiceCollection AddChannelReads(this IServiceCollection services, string name, Action<HttpClient>? configure = null)
    {
        var reads = services.AddClient(name, configure);
        reads.AddResilienceHandler("repeat", pipeline =>
        {
            // A moment's wait on the wire, which no clock of the program's decisions holds up.
            pipeline.TimeProvider = TimeProvider.System;
            pipeline.AddRetry(Repeat());
        });
        reads.WithConnections();
        return services;
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
        ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome switch
        {
            { Exception: HttpRequestException failure } => !failure.NeverLeft(),
            { Result: { } answer } => (int)answer.StatusCode >= StatusCodes.Status500InternalServerError,
            _ => false,
        }),
    };

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string name, Action<HttpClient>? configure) =>
        services.AddHttpClient(name, client =>
    {
        client.Timeout = Patience;
        configure?.Invoke(client);
    });

    /// <summary>No redirects and no cookies; a connection that the channel might be about to close is not used again.</summary>
    private static void WithConnections(this IHttpClientBuilder client) => client
        // Tokens travel in addresses, headers and forms: neither logs nor traces may have them.
        .RemoveAllLoggers()
        .UseSocketsHttpHandler(static (handler, _) =>
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.ActivityHeadersPropagator = null;
            handler.ConnectTimeout = TimeSpan.FromSeconds(8);
            handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15);
        })
        .AddHttpMessageHandler(static () => new ConnectTimeoutHandler());
}
