using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.Public;

/// <summary>
/// Limits what one address may ask of what is open to all, by the framework's own token bucket. Addresses are held in memory while they
/// come, and written nowhere.
/// </summary>
internal static class PublicLimit
{
    public static IServiceCollection AddPublicLimit(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<PublicLimitOptions, PublicLimitOptionsValidator>()
            .BindConfiguration(PublicLimitOptions.Section);
        services.AddRateLimiter(limiter => limiter.OnRejected = RefuseAsync);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<PublicLimitOptions>>(
            (limiter, limits) => limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(
                context => AddressOf(context) is { } address
                    ? RateLimitPartition.GetTokenBucketLimiter(address, _ => BucketOf(limits.Value))
                    : RateLimitPartition.GetNoLimiter(IPAddress.None)));
        return services;
    }

    /// <summary>
    /// Who is counted; null where nobody is: what asks for a sign-in, and this machine itself. Behind a front the address is the one that
    /// it forwards.
    /// </summary>
    private static IPAddress? AddressOf(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        var isOpen = endpoint?.Metadata.GetMetadata<IAuthorizeData>() is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        return isOpen && context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address) ? NetworkOf(address) : null;
    }

    /// <summary>
    /// Of the new kind one line to the internet has 2⁶⁴ addresses and takes another for each request as it likes: its network is counted.
    /// </summary>
    private static IPAddress NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? address : new([.. bytes[..8], .. new byte[8]]);
    }

    private static TokenBucketRateLimiterOptions BucketOf(PublicLimitOptions limits) => new()
    {
        TokenLimit = limits.Burst,
        TokensPerPeriod = limits.PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    private static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken cancellationToken)
    {
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        refused.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await ProblemAnswers.Of(new(nameof(ProblemTexts.TooManyRequests))).ExecuteAsync(refused.HttpContext);
    }
}
