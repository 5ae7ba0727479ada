using System.Net;
using Dissemination.Channels.Website;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>Every page and endpoint that is not open to all, tried by those who are nobody: none of them gets past the door.</summary>
public sealed class ClosedDoorsTests(SignInSite site) : IClassFixture<SignInSite>
{
    private static readonly HttpStatusCode[] Closed = [HttpStatusCode.Unauthorized, HttpStatusCode.Redirect];

    [Fact]
    public async Task Nobody_gets_past_a_door_without_a_session_or_a_token_that_is_good_now()
    {
        site.Provider.Accounts["la"] = new("s-la", "la@example.org", IsEmailVerified: true);
        using var unknown = await site.SitAsync("la");
        using var idle = await site.SitAsync(SignInSite.Staff, "/items");
        using var left = await site.SitAsync(SignInSite.Staff, "/items");
        using var copied = left.Copy();
        await left.SubmitAsync("/sign-out");
        site.Time.Advance(TimeSpan.FromMinutes(61));
        (string Who, string? Cookies, string? Token)[] visitors =
        [
            ("nobody", null, null),
            ("an unknown person", CookiesOf(unknown), null),
            ("an idle session", CookiesOf(idle), null),
            ("a session that was signed out", CookiesOf(copied), null),
            ("a made-up token", null, $"dissem_{new string('0', 16)}_{new string('0', 64)}"),
            ("a token of another system", null, "eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW4tYm8ifQ."),
            ("a made-up session", "__Host-session=CfDJ8AAAAAAAAAAA", null),
        ];
        List<string> open = [];
        foreach (var (method, pattern) in Ways())
        {
            foreach (var (who, cookies, token) in visitors)
            {
                var status = await AskAsync(method, pattern, cookies, token);
                if (!Closed.Contains(status))
                {
                    open.Add($"{method} {pattern} is open to {who}: {status}");
                }
            }
        }

        Assert.True(open.Count == 0, string.Join('\n', open));
    }

    private static string CookiesOf(Desk desk) => string.Join(
        "; ", desk.Cookies.Where(cookie => cookie.Key.Host == "example.org").Select(cookie => $"{cookie.Key.Name}={cookie.Value}"));

    private IEnumerable<(HttpMethod Method, string Address)> Ways()
    {
        var closed = site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<OpenToAll>() is null)
            .ToList();
        Assert.True(closed.Count > 100, "the walk goes by most of the program");
        return WalkedRoute.Of([new DefaultEndpointDataSource(closed)]).Select(way => (new HttpMethod(way.Method), way.Address(_ => "x")));
    }

    private async Task<HttpStatusCode> AskAsync(HttpMethod method, string address, string? cookies, string? token)
    {
        using HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false });
        using HttpRequestMessage request = new(method, new Uri(site.Address, address));
        request.Headers.Host = "example.org";
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Acting-Person", SignInSite.Staff);
        if (cookies is { Length: > 0 })
        {
            request.Headers.Add("Cookie", cookies);
        }

        if (token is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {token}");
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var way = answer.Headers.Location?.OriginalString ?? "";
        return answer.StatusCode == HttpStatusCode.Redirect
            && !way.StartsWith("/sign-in", StringComparison.Ordinal)
            && way is not ("/signed-out" or "/signed-out?here=true")
            ? HttpStatusCode.OK
            : answer.StatusCode;
    }
}
