using Dissemination.Channels;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dissemination.Web.SignIn;

/// <summary>The sign-in with a provider: OpenID Connect, code flow with PKCE, and a session in a cookie.</summary>
internal static class OpenIdSetup
{
    /// <summary>How far clocks may be apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ProviderPatience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddOpenId(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(SessionCookie.Scheme).AddOpenIdConnect(OpenId.Scheme, _ => { });
        services.AddOptions<CookieAuthenticationOptions>(SessionCookie.Scheme)
            .Configure<IOptions<OpenIdOptions>>(SessionCookie.Configure);
        services.AddOptions<OpenIdConnectOptions>(OpenId.Scheme)
            .Configure<IOptions<OpenIdOptions>, TimeProvider>((openId, settings, time) =>
            {
                Connect(openId, settings.Value);
                Guard(openId, time);
            });
        services.AddOptions<AntiforgeryOptions>().Configure<SiteAddress>((forms, site) =>
        {
            // Lax, or the way back from the provider would begin another, and forms in other windows would be too old.
            (forms.Cookie.Path, forms.Cookie.SameSite) = ("/", SameSiteMode.Lax);
            if (site.Base.Scheme == Uri.UriSchemeHttps)
            {
                (forms.Cookie.Name, forms.Cookie.SecurePolicy) = ("__Host-forms", CookieSecurePolicy.Always);
            }
        });
        return services
            .AddTransient<OpenIdEvents>()
            .AddSingleton<SessionCookie>()
            .AddSingleton<IPersonOfRequest, SessionPerson>();
    }

    private static void Connect(OpenIdConnectOptions openId, OpenIdOptions settings)
    {
        openId.Authority = settings.Authority;
        openId.ClientId = settings.ClientId;
        openId.ClientSecret = settings.ClientSecret;
        openId.RequireHttpsMetadata = !settings.IsOfThisMachine;
        openId.BackchannelTimeout = ProviderPatience;
        openId.ResponseType = OpenIdConnectResponseType.Code;
        openId.ResponseMode = OpenIdConnectResponseMode.Query;
        openId.UsePkce = true;
        openId.SaveTokens = false;
        openId.MapInboundClaims = false;
        openId.DisableTelemetry = true;
        openId.Scope.Clear();
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            openId.Scope.Add(scope);
        }

        openId.CallbackPath = SignInAddress.Callback;
        openId.SignedOutCallbackPath = SignInAddress.SignOutCallback;
        openId.SignedOutRedirectUri = SignInAddress.SignedOut;
        openId.RemoteSignOutPath = default;
        openId.SignInScheme = SessionCookie.Scheme;
        openId.EventsType = typeof(OpenIdEvents);
    }

    private static void Guard(OpenIdConnectOptions openId, TimeProvider time)
    {
        foreach (var (cookie, name) in ((CookieBuilder, string)[])[
            (openId.CorrelationCookie, "__Host-sign-in."), (openId.NonceCookie, "__Host-nonce.")])
        {
            // The answer comes by a link and not by a form, so Lax is sent with it.
            (cookie.Name, cookie.Path, cookie.HttpOnly) = (name, "/", true);
            (cookie.SecurePolicy, cookie.SameSite) = (CookieSecurePolicy.Always, SameSiteMode.Lax);
        }

        openId.TokenValidationParameters.LifetimeValidator = (notBefore, expires, _, _) =>
            time.GetUtcNow().UtcDateTime is var now && expires is { } end && now < end + Skew && !(notBefore > now + Skew);
    }
}
