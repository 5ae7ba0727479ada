using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dissemination.Tests.Web;

/// <summary>What is told of addresses that name nothing, and of changes that name no version.</summary>
public sealed class UnreadAnswersTests(MongSite site) : IClassFixture<MongSite>
{
    private const string Staff = "can-bo";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/items/No!", 404, "UnknownItem")]
    [InlineData("GET", "/api/items/No!/reach", 404, "UnknownItem")]
    [InlineData("GET", "/api/reports/No!.csv", 404, "ReportNotFound")]
    [InlineData("GET", "/api/translations/mau.1", 404, "TranslationNotFound")]
    [InlineData("GET", "/api/translations/mau.1.vi~na-bung", 404, "TranslationNotFound")]
    [InlineData("GET", "/api/translations?language=th", 422, "LanguageRefused")]
    [InlineData("GET", "/api/xliff/mau.1", 404, "TranslationNotFound")]
    [InlineData("GET", "/api/xliff?language=", 422, "LanguageUnknown")]
    [InlineData("GET", "/api/memory/xx", 422, "LanguageUnknown")]
    [InlineData("GET", "/api/deliveries/mau.1.vi", 404, "DeliveryNotFound")]
    [InlineData("POST", "/api/deliveries/mau.1.vi/retry", 404, "DeliveryNotFound")]
    [InlineData("GET", "/api/deliveries?state=asleep", 400, "UnknownState")]
    [InlineData("GET", "/api/deliveries?item=No!", 404, "UnknownItem")]
    [InlineData("GET", "/api/deliveries?commune=No!", 422, "UnknownCommune")]
    [InlineData("GET", "/api/deliveries/troubled?channel=pigeon", 400, "UnknownState")]
    [InlineData("GET", "/api/hand-tasks?commune=No!", 422, "UnknownCommune")]
    [InlineData("GET", "/api/hand-ins/1", 404, "HandInNotFound")]
    [InlineData("GET", "/api/hand-ins?state=asleep", 400, "UnknownState")]
    [InlineData("POST", "/api/destinations/na-bung/check", 404, "DestinationNotFound")]
    [InlineData("POST", "/api/destinations/na-bung/reopen", 404, "AlertNotFound")]
    public async Task What_a_wrong_id_names_is_not_there_and_a_program_reads_which_it_is(
        string method, string address, int status, string code)
    {
        using var staff = site.Call(Staff);

        using var answer = await staff.SendAsync(new(method), address, etag: null, content: null);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, await CodeAsync(answer));
    }

    [Theory]
    [InlineData("/items/No!", "Không có tin bài «No!».")]
    [InlineData("/items/No!?lang=en", "There is no item “No!”.")]
    [InlineData("/reports/No!", "Không có tin bài «No!».")]
    [InlineData("/translations/mau.1", "mau.1")]
    [InlineData("/hand-tasks/mau.1.vi", "mau.1.vi")]
    [InlineData("/posts/No!/vi", "Không có bài này, hoặc bài chưa được phép đăng hay đã được rút.")]
    [InlineData("/posts/mau/xx", "Không có bài này, hoặc bài chưa được phép đăng hay đã được rút.")]
    public async Task Who_reads_pages_is_told_so_on_a_page(string address, string words)
    {
        using var staff = site.Visit(Staff);

        var (status, html) = await staff.ReadAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(words, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_whose_form_names_a_wrong_id_is_closed_to_other_sites_as_every_page_is()
    {
        using var staff = site.Visit(Staff);

        using var answer = await staff.PostAsync("/troubles", "/troubles/deliveries/mau.1.vi/retry");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/translations/mau.1.blt-Tavt/claim")]
    [InlineData("/api/translations/mau.1.blt-Tavt/submit")]
    public async Task A_change_that_names_no_version_is_refused(string address)
    {
        using var communicator = site.Call("na-bung-1");

        using var answer = await communicator.PostAsync(address, etag: null);

        Assert.Equal(HttpStatusCode.PreconditionRequired, answer.StatusCode);
        Assert.Equal("VersionNotNamed", await CodeAsync(answer));
    }

    [Fact]
    public async Task A_form_that_names_no_version_is_refused_as_a_program_is()
    {
        using var communicator = site.Visit("na-bung-1");

        using var answer = await communicator.PostAsync("/inbox", "/translations/mau.1.blt-Tavt/claim", ("etag", ""));

        Assert.Equal(HttpStatusCode.PreconditionRequired, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_no_missing_version()
    {
        using var communicator = site.Call("na-bung-1");

        using var answer = await communicator.SendAsync(
            HttpMethod.Put, "/api/translations/mau.1.blt-Tavt", "\"1\"", "{"u8.ToArray(), "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(await CodeAsync(answer));
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).TryGetProperty("code", out var code) ? code.GetString() : null;
}
