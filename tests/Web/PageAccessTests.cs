using System.Net;
using Dissemination.Content;

namespace Dissemination.Tests.Web;

/// <summary>Which pages open to whom, in which language, and what a browser gets around them.</summary>
public sealed class PageAccessTests(Site site) : IClassFixture<Site>
{
    private const string Review = $"{Site.Published}.1.hmn-Latn-x-chv";

    public static TheoryData<string, string?, int> Doors => new()
    {
        { "/", null, 200 },
        { "/sign-in", null, 200 },
        { "/feeds", null, 200 },
        { "/preview", null, 200 },
        { "/preview/bung-lao", null, 200 },
        { "/preview/khong-co", null, 404 },
        { $"/posts/{Site.Published}/vi", null, 200 },
        { $"/posts/{Site.Published}/{Site.Thai}", null, 200 },
        { $"/posts/{Site.Published}/hmn-Latn-x-chv", null, 404 },
        { $"/posts/{Site.Unapproved}/vi", null, 404 },
        { "/posts/khong-co/vi", null, 404 },
        { "/khong-co", null, 404 },
        { "/hand-in", Site.Staff, 200 },
        { "/hand-in", Site.Approver, 200 },
        { "/approvals", Site.Approver, 200 },
        { "/approvals", Site.Staff, 200 },
        { "/approvals", Site.Communicator, 403 },
        { "/hand-in", Site.Communicator, 403 },
        { "/hand-in/khong-co", Site.Staff, 404 },
        { "/items", Site.Staff, 200 },
        { "/items", Site.Leader, 200 },
        { $"/items/{Site.Published}", Site.Staff, 200 },
        { $"/items/{Site.Published}/history", Site.Staff, 200 },
        { $"/items/{Site.Published}/deliveries", Site.Staff, 200 },
        { $"/items/{Site.Published}/deliveries?state=failed", Site.Leader, 200 },
        { "/items/khong-co/deliveries", Site.Staff, 404 },
        { "/items/khong-co", Site.Staff, 404 },
        { "/today", Site.Communicator, 200 },
        { "/today", Site.Leader, 403 },
        { "/inbox", Site.Communicator, 200 },
        { "/inbox", Site.Staff, 200 },
        { "/assignments", Site.Staff, 200 },
        { "/assignments?language=hmn-Latn-x-chv", Site.Staff, 200 },
        { "/assignments", Site.Communicator, 403 },
        { $"/translations/{Review}", Site.Communicator, 200 },
        { "/translations/khong-co", Site.Communicator, 404 },
        { "/hand-tasks", Site.Communicator, 200 },
        { "/hand-tasks?commune=bung-lao", Site.Staff, 200 },
        { "/hand-tasks?commune=tua-chua&channel=group&item=khong-co", Site.Staff, 200 },
        { "/hand-tasks", Site.Leader, 403 },
        { "/hand-tasks/done", Site.Communicator, 200 },
        { "/hand-tasks/done", Site.Staff, 200 },
        { "/hand-tasks/khong-co", Site.Communicator, 404 },
        { "/held", Site.Communicator, 200 },
        { "/hand-tasks/expired", Site.Communicator, 200 },
        { "/hand-tasks/expired?commune=tua-chua", Site.Staff, 200 },
        { "/hand-tasks/expired", Site.Leader, 403 },
        { "/held", Site.Leader, 403 },
        { "/campaign", Site.Leader, 200 },
        { "/campaign/communes/bung-lao", Site.Leader, 200 },
        { "/campaign/communes/khong-co", Site.Leader, 422 },
        { "/reports", Site.Leader, 200 },
        { $"/reports/{Site.Published}", Site.Leader, 200 },
        { $"/reports/{Site.Published}.html", Site.Leader, 200 },
        { $"/reports/{Site.Published}.csv", Site.Leader, 200 },
        { "/reports/khong-co", Site.Leader, 404 },
        { "/troubles", Site.Staff, 200 },
        { "/troubles?class=credential&channel=zalo&commune=na-tau", Site.Staff, 200 },
        { "/troubles", Site.Communicator, 200 },
        { "/troubles", Site.Approver, 403 },
        { "/connections", Site.Staff, 200 },
        { "/connections?commune=na-tau", Site.Staff, 200 },
        { "/connections", Site.Communicator, 403 },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_page_opens_for_its_readers_and_for_nobody_else(string path, string? person, int status)
    {
        using var visitor = site.Visit(person);
        var (answered, html) = await visitor.ReadAsync(path);
        Assert.Equal(status, (int)answered);
        if (!path.Contains("/reports/", StringComparison.Ordinal) || status != 200)
        {
            Assert.Contains("<main id=\"main\"", html, StringComparison.Ordinal);
            Assert.EndsWith("</html>", html.TrimEnd(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/hand-in")]
    [InlineData("/items")]
    [InlineData("/today")]
    [InlineData("/inbox")]
    [InlineData("/hand-tasks")]
    [InlineData("/held")]
    [InlineData("/reports")]
    [InlineData("/troubles")]
    [InlineData("/connections")]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_and_back(string path)
    {
        using var visitor = site.Visit();
        using var led = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, led.StatusCode);
        Assert.Equal($"/sign-in?next={Uri.EscapeDataString(path)}", led.Headers.Location!.OriginalString);
        using var signedIn = await visitor.PostAsync(
            led.Headers.Location.OriginalString, "/sign-in", ("person", Site.Staff), ("next", path));
        Assert.Equal(path, signedIn.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org/")]
    [InlineData("https://example.org/")]
    public async Task Signing_in_never_leads_to_another_site(string next)
    {
        using var visitor = site.Visit();
        using var signedIn = await visitor.PostAsync("/sign-in", "/sign-in", ("person", Site.Staff), ("next", next));
        Assert.Equal("/drafts", signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_address_that_no_header_holds_leads_home()
    {
        using var visitor = site.Visit();
        using var signedIn = await visitor.PostAsync("/sign-in", "/sign-in", ("person", Site.Staff), ("next", "/bản/tin"));
        Assert.Equal("/drafts", signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Nobody_signs_in_as_a_person_whom_the_directory_does_not_know()
    {
        using var visitor = site.Visit();
        using var refused = await visitor.PostAsync("/sign-in", "/sign-in", ("person", "nguoi-la"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.False(
            refused.Headers.TryGetValues("Set-Cookie", out var cookies)
                && cookies.Any(cookie => cookie.StartsWith("acting-person", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_form_of_another_site_does_nothing()
    {
        using var visitor = site.Visit(Site.Approver);
        using var refused = await visitor.SendAsync($"/items/{Site.Unapproved}/withdraw", [new("reason", "thử"), new("etag", "*")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(
            ItemState.WaitingForApproval, (await site.Get<ItemReader>().FindAsync(new(Site.Unapproved), CancellationToken.None))!.Value.State);
    }

    [Theory]
    [InlineData("/items")]
    [InlineData("/hand-in")]
    [InlineData("/troubles")]
    [InlineData("/hand-tasks/done")]
    [InlineData("/api/deliveries/troubled")]
    [InlineData("/api/items")]
    [InlineData("/api/hand-ins")]
    [InlineData("/api/deliveries")]
    [InlineData("/api/translations")]
    public async Task A_page_token_that_is_not_ours_is_refused_in_words(string list)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Add("X-Acting-Person", Site.Staff);
        http.DefaultRequestHeaders.Add("Cookie", $"acting-person={Site.Staff}");
        using var refused = await http.GetAsync($"{list}?commune=bung-lao&next=1!8!ZWRpdG9yaWFs", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "BadPageToken", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_is_for_those_who_choose_it_and_stays()
    {
        using var visitor = site.Visit();
        Assert.Contains("lang=\"vi\"", (await visitor.ReadAsync("/")).Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", (await visitor.ReadAsync("/?lang=en")).Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", (await visitor.ReadAsync("/feeds")).Html, StringComparison.Ordinal);
        Assert.Contains("Page not found", (await visitor.ReadAsync("/khong-co")).Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"vi\">", (await visitor.ReadAsync("/?lang=vi")).Html, StringComparison.Ordinal);
        Assert.Contains("Không tìm thấy", (await visitor.ReadAsync("/khong-co")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/items", Site.Staff, false)]
    [InlineData("/today", Site.Communicator, true)]
    public async Task Whoever_is_signed_in_is_asked_before_words_are_lost_and_a_communicator_has_it_as_an_app(
        string path, string person, bool isApp)
    {
        using var visitor = site.Visit(person);
        using var answer = await visitor.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<script src=\"/app.js?v=", html, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(isApp, html.Contains("rel=\"manifest\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_gets_the_font_for_Thai_letters_and_may_keep_it()
    {
        using var visitor = site.Visit();
        var home = (await visitor.ReadAsync("/")).Html;
        var style = (
            await visitor.ReadAsync(
                home.Split("href=\"").First(part => part.StartsWith("/style.css", StringComparison.Ordinal)).Split('"')[0])).Html;
        var addresses = style.Split("url(\"").Skip(1).Select(part => part.Split('"')[0]).ToList();

        Assert.Equal(4, addresses.Count); // and two of Be Vietnam Pro
        Assert.Contains("unicode-range: U+AA80-AADF", style, StringComparison.Ordinal);
        foreach (var address in addresses)
        {
            using var font = await visitor.GetAsync(address);
            var bytes = await font.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal("font/woff2", font.Content.Headers.ContentType!.MediaType);
            Assert.Equal("wOF2"u8.ToArray(), bytes[..4]);
            Assert.Contains("immutable", font.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        // Under the address of another version of the program nothing stays for good.
        foreach (var address in (string[])[addresses[0].Split('?')[0] + "?v=khac", "/style.css?v=khac", "/style.css"])
        {
            using var other = await visitor.GetAsync(address);
            Assert.Equal("no-cache", other.Headers.CacheControl!.ToString());
        }

        Assert.Contains(
            "SIL Open Font License",
            (await visitor.ReadAsync("/fonts/tai-heritage-pro-license.txt")).Html,
            StringComparison.OrdinalIgnoreCase);
    }
}
