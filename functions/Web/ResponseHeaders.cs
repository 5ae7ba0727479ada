using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Dissemination.Web;

/// <summary>What every answer says to browsers, whatever it holds: pages add to it what they show.</summary>
internal static class ResponseHeaders
{
    private const string Policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly TimeSpan HttpsAlone = TimeSpan.FromDays(365);

    public static IServiceCollection AddResponseHeaders(this IServiceCollection services) =>
        services
            .Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false)
            // Names below the site's own are nobody's: what somebody put there could set cookies for the site over plain http.
            .AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (HttpsAlone, true))
            .Configure<ForwardedHeadersOptions>(
                // Azure's front and the host on this machine speak over loopback; the last entry is theirs, the others anybody's.
                forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto)
            .Configure<CookiePolicyOptions>(cookies =>
            {
                cookies.OnAppendCookie = appended => appended.CookieOptions.Secure |= !IsThisMachine(appended.Context);
                cookies.OnDeleteCookie = deleted => deleted.CookieOptions.Secure |= !IsThisMachine(deleted.Context);
            });

    public static void UseResponseHeaders(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHsts();
        app.UseCookiePolicy();
        app.Use(AddAsync);
    }

    private static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // When the answer begins, because whoever answers an error begins with clearing them.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Content-Security-Policy", Policy);
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            if (IsForSomebody(context.GetEndpoint()))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Whether the answer is for whoever is signed in, and for nobody who uses the machine afterwards.</summary>
    private static bool IsForSomebody(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<IAuthorizeData>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private static bool IsThisMachine(HttpContext context) =>
        context.Request.Host.Host is "localhost" || (IPAddress.TryParse(context.Request.Host.Host, out var host) && IPAddress.IsLoopback(host));
}
