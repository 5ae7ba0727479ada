using System.Net;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>
/// The table of docs/access.md, walked by people who signed in with a provider and by programs with tokens: each line that is closed to
/// somebody who is signed in. Whoever is not signed in is asked about in <see cref="ClosedDoorsTests"/>.
/// </summary>
public sealed class OpenIdAccessTests(OpenIdSite site) : IClassFixture<OpenIdSite>
{
    /// <summary>
    /// On a machine that does much besides, storage may not answer as soon as a reader is willing to wait, and the answer says to ask
    /// again: so often it is done. Each time waits for storage anew, and so needs no pause.
    /// </summary>
    private const int MostTries = 8;

    /// <summary>What docs/sign-in.md says of the scopes. What begins with none of these is open to people alone.</summary>
    private static readonly (string Beginning, string Scope)[] Scopes =
    [
        ("/api/content/", "hand-in"), ("/api/directory/{file}", "hand-in"), ("/api/drafts", "hand-in"), ("/api/items/", "hand-in"),
        ("/api/translations/", "translate"), ("/api/xliff", "translate"), ("/api/glossary/", "translate"), ("/api/memory/", "translate"),
        ("/api/deliveries", "deliver"), ("/api/destinations/", "deliver"), ("/api/lanes/", "deliver"), ("/api/alerts/", "deliver"),
    ];

    private static readonly AccessRow[] Rows = [.. AccessRow.ReadAll().Where(row => row.IsClosedToSome)];

    [Fact]
    public async Task Whoever_signed_in_gets_past_the_doors_of_the_own_role_and_past_no_other()
    {
        var pages = Rows.Where(row => !row.IsApi).ToList();
        Assert.True(pages.Count > 100, "the walk goes by most of the pages");
        List<string> wrong = [];
        foreach (var row in pages)
        {
            foreach (var person in OpenIdSite.Everybody)
            {
                if (await IsOpenAsync(site.DeskOf(person), row) != row.IsOpenTo(person))
                {
                    wrong.Add($"{row}: {person}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_program_gets_as_far_as_the_roles_that_its_person_has_now()
    {
        List<string> wrong = [];
        foreach (var row in Rows.Where(row => row.IsApi))
        {
            foreach (var person in OpenIdSite.Everybody)
            {
                if (await IsOpenAsync(site.TokenOf(person), row) != (row.IsOpenTo(person) && ScopeOf(row) is not null))
                {
                    wrong.Add($"{row}: {person}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_program_gets_no_further_than_the_scope_of_its_token()
    {
        Dictionary<string, string> tokens = new(StringComparer.Ordinal);
        foreach (var scope in OpenIdSite.Scopes)
        {
            tokens[scope] = await MakeAsync(scope);
        }

        List<string> wrong = [];
        foreach (var row in Rows.Where(row => row.IsApi))
        {
            foreach (var (scope, token) in tokens)
            {
                if (await IsOpenAsync(token, row) != (row.IsOpenTo(Site.Staff) && ScopeOf(row) == scope))
                {
                    wrong.Add($"{row}: {scope}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_revoked_token_opens_no_door()
    {
        var token = await MakeAsync(OpenIdSite.Scopes);
        Assert.True(await IsOpenAsync(token, Rows.First(row => row.ToString() == "GET /api/connections")));

        var desk = site.DeskOf(Site.Staff);
        await desk.SubmitAsync($"/access/tokens/{token.Split('_')[1]}/revoke");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        foreach (var row in Rows.Where(row => row.IsApi))
        {
            Assert.Equal((row.ToString(), HttpStatusCode.Unauthorized), (row.ToString(), await AskAsync(token, row)));
        }
    }

    /// <summary>Which scope opens a line to programs; null where none does.</summary>
    private static string? ScopeOf(AccessRow row) =>
        row.Method == HttpMethod.Get ? "read"
        : row.Pattern == "/api/items/{id}/approve" ? null
        : Array.Find(Scopes, known => row.Pattern.StartsWith(known.Beginning, StringComparison.Ordinal)).Scope;

    /// <summary>A token of the staff.</summary>
    private async Task<string> MakeAsync(params string[] scopes)
    {
        var desk = site.DeskOf(Site.Staff);
        await desk.OpenAsync("/access");
        return await desk.MakeTokenAsync($"chỉ {string.Join(", ", scopes)}", scopes);
    }

    /// <summary>Whether somebody's browser gets past the door; what is sent behind it is no form of ours, and so changes nothing.</summary>
    private async Task<bool> IsOpenAsync(Desk desk, AccessRow row)
    {
        for (var tries = 1; ; tries++)
        {
            var led = await desk.StepAsync(row.Method, desk.AddressOf(site.Addresses.Of(row.Pattern)));
            if (desk.Status is not HttpStatusCode.ServiceUnavailable || tries == MostTries)
            {
                return IsOpen(desk.Status, row) && led?.AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal) != true;
            }
        }
    }

    private async Task<bool> IsOpenAsync(string token, AccessRow row) => IsOpen(await AskAsync(token, row), row);

    private static bool IsOpen(HttpStatusCode status, AccessRow row)
    {
        Assert.True((int)status < 500 && status is not HttpStatusCode.TooManyRequests, $"{row}: {status}");
        return status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
    }

    private async Task<HttpStatusCode> AskAsync(string token, AccessRow row)
    {
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        for (var tries = 1; ; tries++)
        {
            using HttpRequestMessage request = new(row.Method, site.Addresses.Of(row.Pattern));
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable || tries == MostTries)
            {
                return answer.StatusCode;
            }
        }
    }
}
