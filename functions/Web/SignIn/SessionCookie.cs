using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.SignIn;

/// <summary>The cookie that keeps a session: sealed with the keys that all copies of the program share.</summary>
internal sealed class SessionCookie(IOptionsMonitor<CookieAuthenticationOptions> options)
{
    public const string Scheme = "session";

    /// <summary>A browser takes a cookie of this name from this very host alone, and over https.</summary>
    public const string Name = "__Host-session";

    /// <summary>A session is prolonged at most so often.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>The session of a request, unless it idled out.</summary>
    public static async Task<Session?> ReadAsync(HttpContext context) =>
        (await context.AuthenticateAsync(Scheme)).Principal is { } principal ? Session.Of(principal) : null;

    /// <summary>The session that a request was of, even if it ended.</summary>
    public Session? ReadEnded(HttpContext context)
    {
        var settings = options.Get(Scheme);
        return settings.CookieManager.GetRequestCookie(context, Name) is { } cookie
            && settings.TicketDataFormat.Unprotect(cookie) is { Principal: var principal }
                ? Session.Of(principal)
                : null;
    }

    public static void Configure(CookieAuthenticationOptions cookie, IOptions<OpenIdOptions> settings)
    {
        cookie.Cookie.Name = Name;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;

        // Strict would not be sent where the provider leads back to a page, and people would stand before the door again.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = settings.Value.Idle;
        cookie.SlidingExpiration = true;
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = context.ElapsedTime >= Step && !UnattendedRequest.Is(context.HttpContext);
            return Task.CompletedTask;
        };
    }
}
