using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>A real OpenID provider on this machine, with a page to sign in that asks for no password.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    private const string ClientId = "dissemination";
    private const string ClientSecret = "sample-secret-of-tests";
    private const string Cookie = "provider";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "sample" };
    private readonly TimeProvider _time;
    private WebApplication _program = null!;

    private OpenIdProvider(TimeProvider time) => _time = time;

    public Uri Address => new(_program.Urls.First());

    /// <summary>By which a program knows that people sign in here.</summary>
    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["SignIn:Authority"] = Address.ToString(),
        ["SignIn:ClientId"] = ClientId,
        ["SignIn:ClientSecret"] = ClientSecret,
    };

    /// <summary>By the name that one types.</summary>
    public ConcurrentDictionary<string, ProviderAccount> Accounts { get; } = new(StringComparer.Ordinal);

    /// <summary>What a provider that is broken, or somebody between, would make of the claims of a token; signed as ever.</summary>
    public Action<JsonObject>? Alters { get; set; }

    /// <summary>Whether tokens are not signed at all: their <c>alg</c> is <c>none</c>.</summary>
    public bool SignsNothing { get; set; }

    /// <summary>How often a page to sign in was shown.</summary>
    public int Asked { get; private set; }

    /// <param name="time">The provider's clock.</param>
    /// <param name="sites">Where it may lead back to.</param>
    public static async Task<OpenIdProvider> StartAsync(TimeProvider time, params Uri[] sites)
    {
        OpenIdProvider provider = new(time);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(time);
        var database = $"provider-{provider.GetHashCode()}-{Environment.TickCount64}";
        builder.Services.AddDbContext<ProviderStore>(store => store.UseInMemoryDatabase(database).UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<ProviderStore>().DisableBulkOperations())
            .AddServer(provider.Configure);
        provider._program = builder.Build();
        provider._program.UseAuthentication();
        provider._program.MapGet("/authorize", provider.Authorize);
        provider._program.MapPost("/login", (Func<HttpContext, Task<IResult>>)provider.LogInAsync);
        provider._program.MapGet("/logout", LogOut);
        await provider._program.StartAsync();
        await provider.RegisterAsync(sites);
        await provider.WarmUpAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    /// <summary>
    /// A program gives its provider ten seconds for an answer. The first ones of a process that other tests keep busy take longer, because
    /// what answers is compiled meanwhile; a provider of the world has answered before.
    /// </summary>
    private async Task WarmUpAsync()
    {
        using HttpClient http = new() { BaseAddress = Address };
        await http.GetStringAsync("/.well-known/openid-configuration");
        await http.GetStringAsync("/.well-known/jwks");
        using FormUrlEncodedContent unknown = new(
            [
                new("grant_type", "authorization_code"), new("code", "x"), new("client_id", ClientId), new("client_secret", ClientSecret),
                new("redirect_uri", Address.ToString()), new("code_verifier", "x"),
            ]);
        using var refused = await http.PostAsync("/token", unknown);
    }

    private void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetEndSessionEndpointUris("logout");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.Email, Scopes.Profile);
        server.AddEphemeralEncryptionKey().AddSigningKey(_key);
        server.Configure(options => options.TimeProvider = _time);
        server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .DisableTransportSecurityRequirement();
        server.AddEventHandler<OpenIddictServerEvents.ApplyTokenResponseContext>(handler => handler
            .UseInlineHandler(answer =>
            {
                answer.Response.IdToken = Altered(answer.Response.IdToken);
                return ValueTask.CompletedTask;
            })
            .SetOrder(int.MinValue + 100_000));
    }

    private string? Altered(string? token)
    {
        if (token is null || (Alters is null && !SignsNothing))
        {
            return token;
        }

        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(new JsonWebToken(token).EncodedPayload))!.AsObject();
        Alters?.Invoke(claims);
        JsonWebTokenHandler writer = new() { SetDefaultTimesOnTokenCreation = false };
        return SignsNothing
            ? writer.CreateToken(claims.ToJsonString())
            : writer.CreateToken(claims.ToJsonString(), new SigningCredentials(_key, SecurityAlgorithms.RsaSha256));
    }

    private async Task RegisterAsync(Uri[] sites)
    {
        await using var scope = _program.Services.CreateAsyncScope();
        OpenIddictApplicationDescriptor client = new()
        {
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            ConsentType = ConsentTypes.Implicit,
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code,
                Permissions.Scopes.Email, Permissions.Scopes.Profile,
            },
        };
        foreach (var site in sites)
        {
            client.RedirectUris.Add(new(site, "/sign-in/done"));
            client.PostLogoutRedirectUris.Add(new(site, "/sign-out/done"));
        }

        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(client);
    }

    private IResult Authorize(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var known = context.Request.Cookies[Cookie]?.Split('.');
        if (known is not { Length: 2 } || (IsFreshWanted(request) && !context.Request.Query.ContainsKey("typed")))
        {
            Asked++;
            var back = Uri.EscapeDataString($"{context.Request.Path}{context.Request.QueryString}&typed=1");
            return Results.Content(
                $"""
                <!doctype html><html lang="vi"><head><title>Đăng nhập (mẫu)</title></head><body><main><h1>Đăng nhập (mẫu)</h1>
                <form method="post" action="/login?back={back}"><label>Tài khoản <input name="account"></label> <button>Vào</button></form>
                </main></body></html>
                """,
                "text/html; charset=utf-8");
        }

        return Accounts.TryGetValue(known[0], out var account)
            ? SignIn(account, long.Parse(known[1], CultureInfo.InvariantCulture), request)
            : Results.Forbid(
                new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied,
                }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    private static bool IsFreshWanted(OpenIddictRequest request) =>
        request.HasPromptValue(PromptValues.Login) || request.HasPromptValue(PromptValues.SelectAccount) || request.MaxAge is 0;

    private static IResult SignIn(ProviderAccount account, long typedAt, OpenIddictRequest request)
    {
        ClaimsIdentity identity = new("provider");
        identity.SetClaim(Claims.Subject, account.Subject);
        identity.SetClaim(Claims.AuthenticationTime, typedAt);
        if (account.Email is not null)
        {
            identity.SetClaim(Claims.Email, account.Email);
            identity.SetClaim(Claims.EmailVerified, account.IsEmailVerified);
        }

        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(
            new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private async Task<IResult> LogInAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        context.Response.Cookies.Append(
            Cookie, string.Create(CultureInfo.InvariantCulture, $"{form["account"]}.{_time.GetUtcNow().ToUnixTimeSeconds()}"));
        return Results.Redirect(context.Request.Query["back"].ToString());
    }

    private static IResult LogOut(HttpContext context)
    {
        context.Response.Cookies.Delete(Cookie);
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
