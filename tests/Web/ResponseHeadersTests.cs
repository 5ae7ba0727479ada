namespace Dissemination.Tests.Web;

public sealed class ResponseHeadersTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/items")]
    [InlineData("/healthz")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/items")]
    [InlineData("/api/items/khong-co")]
    [InlineData("/feeds/bung-lao/vi.xml")]
    [InlineData("/khong-co-trang-nay")]
    public async Task Every_answer_is_taken_for_what_it_says_it_is_and_tells_nothing_of_the_server(string path)
    {
        using var answer = await AskAsync(path, Site.Staff);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Contains("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Null(Header(answer, "Server"));
        Assert.Null(Header(answer, "X-Powered-By"));
    }

    [Theory]
    [InlineData("/items")]
    [InlineData("/hand-in")]
    [InlineData("/api/items")]
    [InlineData("/reports")]
    public async Task What_somebody_reads_who_is_signed_in_is_kept_by_no_browser(string path)
    {
        using var answer = await AskAsync(path, Site.Staff);
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
    }

    [Fact]
    public async Task Over_https_browsers_are_told_to_stay_there()
    {
        using var answer = await AskAsync("/", person: null, "tin.example.vn", "https");
        Assert.Equal("max-age=31536000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
        using var local = await AskAsync("/", person: null);
        Assert.Null(Header(local, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task Cookies_go_over_https_alone_but_on_this_machine()
    {
        using var outside = await AskAsync("/sign-in?lang=en", person: null, "tin.example.vn", "https");
        var cookies = outside.Headers.GetValues("Set-Cookie").ToList();
        Assert.True(cookies.Count >= 2, string.Join('\n', cookies));
        Assert.All(cookies, cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        using var here = await AskAsync("/sign-in?lang=en", person: null);
        Assert.All(
            here.Headers.GetValues("Set-Cookie"), cookie => Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    private async Task<HttpResponseMessage> AskAsync(string path, string? person, string? host = null, string? scheme = null)
    {
        using var visitor = site.Visit(person);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (person is not null)
        {
            request.Headers.Add("X-Acting-Person", person);
        }

        request.Headers.Host = host;
        if (scheme is not null)
        {
            request.Headers.Add("X-Forwarded-Proto", scheme);
            request.Headers.Add("X-Forwarded-For", "203.0.113.5");
        }

        return await visitor.SendAsync(request);
    }
}
