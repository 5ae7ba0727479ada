using System.Net;
using System.Text.Json.Nodes;
using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>People sign in with a real provider, through every step that a browser takes.</summary>
public sealed class OpenIdTests(SignInSite site) : IClassFixture<SignInSite>
{
    private const string Unknown = "Tài khoản này chưa được vào";
    private const string Failed = "Đăng nhập chưa được";

    [Fact]
    public async Task Somebody_of_the_directory_comes_to_the_page_that_was_asked_for()
    {
        using var desk = await site.SitAsync(SignInSite.Staff, "/items?next=");
        Assert.Equal((HttpStatusCode.OK, "/items?next="), (desk.Status, desk.At.PathAndQuery));
        Assert.Contains("Cán bộ tuyên giáo", desk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_in_who_left_and_that_somebody_was_not_let_in_is_in_the_record_without_the_account()
    {
        using (var desk = await site.SitAsync("can-bo-2", "/items"))
        {
            await desk.SubmitAsync("/sign-out");
        }

        site.Provider.Accounts["la"] = new("s-la", "la@example.org", IsEmailVerified: true);
        using (await site.SitAsync("la", "/items"))
        {
            var lines = await site.Store.Editorial
                .StartingWithAsync(
                    Keys.Editorial,
                    Keys.HistoryOf(SessionEndings.Subject),
                    StorageJson.Default.HistoryEntry,
                    TestContext.Current.CancellationToken)
                .Select(row => row.Value)
                .ToListAsync(TestContext.Current.CancellationToken);
            Assert.Contains(lines, line => line is { What: "signed-in", Who: "can-bo-2" });
            Assert.Contains(lines, line => line is { What: "signed-out", Who: "can-bo-2" });
            Assert.Contains(lines, line => line is { What: "sign-in-refused", Who: AccessRecord.Nobody, Detail: "unknown" });
            Assert.DoesNotContain(lines, line => line.ToString().Contains("la@example.org", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_asks_for_no_page_begins_with_the_own_work_and_is_known_by_a_verified_address()
    {
        using var desk = await site.SitAsync(SignInSite.Approver);
        Assert.Equal((HttpStatusCode.OK, "/approvals"), (desk.Status, desk.At.PathAndQuery));
        Assert.Contains("Lãnh đạo ban", desk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_provider_is_asked_for_a_code_with_PKCE_to_the_address_that_is_set()
    {
        using var desk = site.Sit();
        await desk.OpenAsync("/items");
        var asked = QueryHelpers.ParseQuery(desk.Seen.First(address => address.AbsolutePath == "/authorize").Query);
        Assert.Equal("https://example.org/sign-in/done", asked["redirect_uri"]);
        Assert.Equal(("code", "S256"), (asked["response_type"].ToString(), asked["code_challenge_method"].ToString()));
        Assert.True(asked["nonce"].ToString().Length > 20);
        Assert.DoesNotContain("response_mode", asked.Keys, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Cookies_are_this_hosts_alone_over_https_and_no_script_reads_them()
    {
        using var desk = await site.SitAsync(SignInSite.Staff, "/items");
        var set = desk.Set.Where(line => line.StartsWith("__Host-", StringComparison.Ordinal)).ToList();
        Assert.Contains(set, line => line.StartsWith("__Host-session=", StringComparison.Ordinal));
        Assert.Contains(set, line => line.StartsWith("__Host-forms=", StringComparison.Ordinal));
        Assert.Contains(set, line => line.StartsWith("__Host-sign-in.", StringComparison.Ordinal));
        Assert.All(set, line =>
        {
            Assert.Contains("; secure", line, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", line, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=lax", line, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", line, StringComparison.OrdinalIgnoreCase);
            Assert.True(line.Length < 2000, $"{line.Length} characters");
        });
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_sign_in_leads_to_no_other_site(string next)
    {
        using var desk = await site.SitAsync(SignInSite.Staff, $"/sign-in?next={Uri.EscapeDataString(next)}");
        Assert.Equal((HttpStatusCode.OK, "example.org"), (desk.Status, desk.At.Host));
        Assert.Equal("/drafts", desk.At.AbsolutePath);
    }

    [Fact]
    public async Task Whoever_is_not_in_the_directory_is_told_what_to_do_and_whom_to_ask()
    {
        site.Provider.Accounts["khach"] = new("s-khach", "khach@example.org", IsEmailVerified: true);
        using var desk = await site.SitAsync("khach", "/items");
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);
        Assert.Contains(Unknown, desk.Html, StringComparison.Ordinal);
        Assert.Contains("Văn phòng mẫu, điện thoại 0215 000 000", desk.Html, StringComparison.Ordinal);
        Assert.Contains("khach@example.org", desk.Html, StringComparison.Ordinal);
        Assert.Contains("s-khach", desk.Html, StringComparison.Ordinal);
        await AssertOutAsync(desk);
    }

    [Theory]
    [InlineData("any-other", "lanh-dao@example.org", false)]
    [InlineData("any-other", "s-can-bo", true)]
    [InlineData("S-CAN-BO", null, false)]
    public async Task An_account_that_only_looks_like_somebodys_is_nobodys(string subject, string? email, bool isVerified)
    {
        site.Provider.Accounts["giong"] = new(subject, email, isVerified);
        using var desk = await site.SitAsync("giong", "/items");
        Assert.Contains(Unknown, desk.Html, StringComparison.Ordinal);
        await AssertOutAsync(desk);
    }

    [Fact]
    public async Task An_account_that_the_provider_has_disabled_is_refused_with_a_plain_word()
    {
        using var desk = await site.SitAsync("bi-khoa", "/items");
        Assert.Contains(Failed, desk.Html, StringComparison.Ordinal);
        Assert.Contains("không cho vào", desk.Html, StringComparison.Ordinal);
        await AssertOutAsync(desk);
    }

    [Theory]
    [InlineData("iss", "https://other.example/")]
    [InlineData("aud", "another-program")]
    [InlineData("nonce", "made-up")]
    [InlineData("nonce", null)]
    [InlineData("exp", 1_700_000_000L)]
    [InlineData("sub", null)]
    public async Task A_token_that_is_not_for_this_sign_in_opens_nothing(string claim, object? value)
    {
        using var desk = site.Sit();
        await desk.OpenAsync("/items");
        site.Provider.Alters = claims =>
        {
            claims.Remove(claim);
            if (value is not null)
            {
                claims[claim] = JsonValue.Create(value);
            }
        };
        try
        {
            await desk.TypeAsync(SignInSite.Staff);
        }
        finally
        {
            site.Provider.Alters = null;
        }

        Assert.Contains(Failed, desk.Html, StringComparison.Ordinal);
        await AssertOutAsync(desk);
    }

    [Fact]
    public async Task A_token_without_a_signature_opens_nothing_though_the_provider_itself_gives_it()
    {
        using var desk = site.Sit();
        await desk.OpenAsync("/items");

        // The hash of the other token is made as the signature is: whoever signs nothing leaves it out.
        site.Provider.Alters = claims => claims.Remove("at_hash");
        site.Provider.SignsNothing = true;
        try
        {
            await desk.TypeAsync(SignInSite.Staff);
            Assert.Contains(Failed, desk.Html, StringComparison.Ordinal);
            await AssertOutAsync(desk);

            // The same claims, signed.
            site.Provider.SignsNothing = false;
            await desk.OpenAsync("/items");
            Assert.Equal((HttpStatusCode.OK, "/items"), (desk.Status, desk.At.AbsolutePath));
        }
        finally
        {
            (site.Provider.Alters, site.Provider.SignsNothing) = (null, false);
        }
    }

    [Fact]
    public async Task An_answer_with_a_tampered_state_opens_nothing()
    {
        using var desk = site.Sit();
        var callback = await CallbackAsync(desk);
        var query = QueryHelpers.ParseQuery(callback.Query);
        var told = query["state"].ToString();
        var first = told[0] == 'A' ? "B" : "A";
        foreach (var state in (string[])["", "x", first + told[1..], told[..^8]])
        {
            await desk.OpenAsync(QueryHelpers.AddQueryString("/sign-in/done", new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["code"] = query["code"],
                ["state"] = state,
            }));
            Assert.Contains(Failed, desk.Html, StringComparison.Ordinal);
        }

        await AssertOutAsync(desk);
    }

    [Fact]
    public async Task An_answer_that_was_meant_for_another_browser_opens_nothing()
    {
        using var desk = site.Sit();
        var callback = await CallbackAsync(desk);
        using var victim = site.Sit();
        await victim.OpenAsync(callback.PathAndQuery);
        Assert.Contains(Failed, victim.Html, StringComparison.Ordinal);
        await AssertOutAsync(victim);
    }

    [Fact]
    public async Task A_code_that_comes_again_opens_nothing_even_with_the_cookies_of_the_first_time()
    {
        using var desk = site.Sit();
        var callback = await CallbackAsync(desk);
        using var thief = desk.Copy();
        await desk.OpenAsync(callback.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, desk.Status);

        await desk.OpenAsync(callback.PathAndQuery);
        Assert.Contains(Failed, desk.Html, StringComparison.Ordinal);
        await thief.OpenAsync(callback.PathAndQuery);
        Assert.Contains(Failed, thief.Html, StringComparison.Ordinal);
        await AssertOutAsync(thief);
    }

    [Fact]
    public async Task The_API_takes_no_session_and_no_sample_person()
    {
        using var desk = await site.SitAsync(SignInSite.Staff);
        await desk.StepAsync(desk.AddressOf("/api/items"));
        Assert.Equal(HttpStatusCode.Unauthorized, desk.Status);
        using HttpClient http = new() { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Add("X-Acting-Person", SignInSite.Staff);
        using var answer = await http.GetAsync("/api/items", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_that_another_site_sends_does_nothing()
    {
        using var desk = await site.SitAsync(SignInSite.Approver, "/items/cho-duyet");
        Assert.Equal(HttpStatusCode.Redirect, await desk.SendFromElsewhereAsync("/items/cho-duyet/approve", ("document", "MẪU-13")));
        Assert.Equal("/sign-in", desk.At.AbsolutePath);

        // Even where a browser sent the cookies with it, the form's token is missing.
        using var content = new FormUrlEncodedContent([new("document", "MẪU-13"), new("etag", "*")]);
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(site.Address, "/items/cho-duyet/approve")) { Content = content };
        request.Headers.Host = "example.org";
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add(
            "Cookie",
            string.Join("; ", desk.Cookies.Where(cookie => cookie.Key.Host == "example.org").Select(own => $"{own.Key.Name}={own.Value}")));
        using HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(ItemState.WaitingForApproval, await StateAsync("cho-duyet"));
    }

    /// <summary>As far as the answer of the provider, which nobody has opened yet.</summary>
    private static async Task<Uri> CallbackAsync(Desk desk)
    {
        await desk.OpenAsync("/items");
        await desk.TypeAsync(SignInSite.Staff);
        var again = await desk.StepAsync(desk.AddressOf("/sign-in?next=%2Fitems"));
        var callback = await desk.StepAsync(again!);
        Assert.Equal("/sign-in/done", callback!.AbsolutePath);
        desk.Cookies.Remove(("example.org", "__Host-session"));
        return callback;
    }

    private static async Task AssertOutAsync(Desk desk)
    {
        var way = await desk.StepAsync(desk.AddressOf("/items"));
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in"), (desk.Status, way?.AbsolutePath));
    }

    private async Task<ItemState> StateAsync(string id) =>
        (await site.Get<ItemReader>().FindAsync(new(id), TestContext.Current.CancellationToken))!.Value.State;
}
