using System.Net;
using System.Text.RegularExpressions;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>
/// Somebody's browser before the site as it stands behind a front with https: keeps cookies, follows wherever it is led, and fills in forms
/// as pages hold them.
/// </summary>
internal sealed partial class Desk : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false });
    private readonly Uri _served;
    private readonly Uri _site;

    /// <param name="served">Where the site listens.</param>
    /// <param name="site">By which address people know it.</param>
    public Desk(Uri served, Uri site) => (_served, _site) = (served, site);

    /// <summary>By host and name.</summary>
    public Dictionary<(string Host, string Name), string> Cookies { get; private init; } = [];

    /// <summary>Every line by which a cookie was set.</summary>
    public List<string> Set { get; } = [];

    /// <summary>Every address whose answer made it forget what it keeps of the site.</summary>
    public List<Uri> Forgot { get; } = [];

    /// <summary>Every address that it was led to.</summary>
    public List<Uri> Seen { get; } = [];

    /// <summary>Where the last answer came from.</summary>
    public Uri At { get; private set; } = new("about:blank");

    public HttpStatusCode Status { get; private set; }

    public string Html { get; private set; } = "";

    /// <summary>What a thief has who copied the cookies.</summary>
    public Desk Copy() => new(_served, _site) { Cookies = new(Cookies) };

    public Task OpenAsync(string address) => GoAsync(HttpMethod.Get, new(_site, address));

    /// <summary>Opens what a link of the page leads to.</summary>
    public Task FollowAsync(string text) =>
        GoAsync(
            HttpMethod.Get,
            new(At, WebUtility.HtmlDecode(
                Link().Matches(Html)
                    .First(link => link.Groups["text"].Value.Contains(text, StringComparison.Ordinal)).Groups["href"].Value)));

    /// <summary>Signs in at the provider, whose page it stands before.</summary>
    public Task TypeAsync(string account) => SubmitAsync("/login", ("account", account));

    /// <summary>Opens a page and signs in on the way.</summary>
    public async Task SignInAsync(string account, string page = "/sign-in")
    {
        await OpenAsync(page);
        Assert.Contains("/login", Html, StringComparison.Ordinal);
        await TypeAsync(account);
    }

    /// <summary>Sends the form of the page that goes to an address, with what it holds hidden and what is typed.</summary>
    public async Task SubmitAsync(string action, params (string Name, string Value)[] typed)
    {
        var form = FormOf(action);
        using var content = new FormUrlEncodedContent(
            form.Hidden.Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        await GoAsync(HttpMethod.Post, new(At, form.Action), content);
    }

    /// <summary>Hands a file in with the form of <c>/hand-in</c>, as an item.</summary>
    public async Task HandInAsync(string name, string text)
    {
        await OpenAsync("/hand-in");
        var (action, hidden) = FormOf("/hand-in");
        using var content = new MultipartFormDataContent();
        foreach (var field in hidden.Append(KeyValuePair.Create("folder", "items")))
        {
            content.Add(new StringContent(field.Value), field.Key);
        }

        content.Add(new StringContent(text), "files", name);
        await GoAsync(HttpMethod.Post, new(At, action), content);
    }

    /// <summary>Makes a token as staff do, on the page before which it stands.</summary>
    public async Task<string> MakeTokenAsync(string name, params string[] scopes)
    {
        await SubmitAsync("/access/tokens", [("name", name), ("days", "30"), .. scopes.Select(scope => ("scope", scope))]);
        Assert.Equal(HttpStatusCode.OK, Status);
        return Token().Match(Html).Value;
    }

    /// <summary>What another site can make a browser send: no cookie goes with it that is not meant for others.</summary>
    public async Task<HttpStatusCode> SendFromElsewhereAsync(string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = Request(HttpMethod.Post, new(_site, address), withCookies: false);
        request.Content = content;
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        NoteForgetting(response, _site);
        Status = response.StatusCode;
        At = response.Headers.Location is { } location ? new Uri(_site, location) : _site;
        return Status;
    }

    /// <summary>One step, and nothing that it leads to.</summary>
    public Task<Uri?> StepAsync(Uri address) => StepAsync(HttpMethod.Get, address);

    public async Task<Uri?> StepAsync(HttpMethod method, Uri address)
    {
        using var request = Request(method, address, withCookies: true);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        Keep(response, address);
        Status = response.StatusCode;
        return response.Headers.Location is { } location ? new Uri(address, location) : null;
    }

    /// <summary>Opens a stream of events and leaves it open.</summary>
    public async Task<HttpResponseMessage> ListenAsync(string path)
    {
        using var request = Request(HttpMethod.Get, new(_site, path), withCookies: true);
        request.Headers.Add("Accept", "text/event-stream");
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public Uri AddressOf(string path) => new(_site, path);

    public void Dispose() => _http.Dispose();

    private (string Action, IEnumerable<KeyValuePair<string, string>> Hidden) FormOf(string action)
    {
        foreach (Match form in Form().Matches(Html))
        {
            var target = WebUtility.HtmlDecode(form.Groups["action"].Value);
            if (target.Split('?')[0] == action)
            {
                return (target, Hidden().Matches(form.Groups["inner"].Value).Select(input => KeyValuePair.Create(
                    WebUtility.HtmlDecode(input.Groups["name"].Value), WebUtility.HtmlDecode(input.Groups["value"].Value))));
            }
        }

        throw new InvalidOperationException($"No form goes to {action} on {At}:\n{Html}");
    }

    private async Task GoAsync(HttpMethod method, Uri address, HttpContent? form = null)
    {
        var referer = At;
        for (var steps = 0; steps < 20; steps++)
        {
            using var request = Request(method, address, withCookies: true);
            request.Content = form;
            if (method == HttpMethod.Post && referer.IsAbsoluteUri && referer.Scheme is "http" or "https")
            {
                request.Headers.Referrer = referer;
            }

            using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            Keep(response, address);
            (At, Status) = (address, response.StatusCode);
            Html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (response.Headers.Location is not { } location)
            {
                return;
            }

            (method, form, address) = (HttpMethod.Get, null, new(address, location));
            Seen.Add(address);
        }

        Assert.Fail($"It goes round and round, and stands at {address}.");
    }

    private HttpRequestMessage Request(HttpMethod method, Uri address, bool withCookies)
    {
        var isSite = address.Host == _site.Host && address.Port == _site.Port;
        HttpRequestMessage request = new(method, isSite ? new Uri(_served, address.PathAndQuery) : address);
        request.Headers.Add("Accept", "text/html");
        if (isSite)
        {
            request.Headers.Host = _site.Authority;
            if (_site.Scheme == "https")
            {
                request.Headers.Add("X-Forwarded-Proto", "https");
                request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            }
        }

        var own = Cookies.Where(cookie => cookie.Key.Host == address.Authority).Select(cookie => $"{cookie.Key.Name}={cookie.Value}");
        if (withCookies && string.Join("; ", own) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        return request;
    }

    private void NoteForgetting(HttpResponseMessage response, Uri address)
    {
        if (response.Headers.Contains("Clear-Site-Data"))
        {
            Forgot.Add(address);
        }
    }

    private void Keep(HttpResponseMessage response, Uri address)
    {
        NoteForgetting(response, address);
        if (!response.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            return;
        }

        foreach (var line in lines)
        {
            Set.Add(line);
            var parts = line.Split(';')[0].Split('=', 2);
            var (name, value) = (parts[0], parts[1]);
            if (value.Length == 0)
            {
                Cookies.Remove((address.Authority, name));
            }
            else
            {
                Cookies[(address.Authority, name)] = value;
            }
        }
    }

    [GeneratedRegex(
        "<form [^>]*action=\"(?<action>[^\"]*)\"[^>]*>(?<inner>.*?)</form>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\">",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    [GeneratedRegex("dissem_[0-9a-f]{16}_[0-9a-f]{64}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex(
        "<a [^>]*href=\"(?<href>[^\"]*)\"[^>]*>(?<text>.*?)</a>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
