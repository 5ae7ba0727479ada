using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dissemination.Content;
using Dissemination.Tests.Flow;
using Dissemination.Translation;

namespace Dissemination.Tests.Web;

/// <summary>How a commune makes its own variant of a translation on the pages and by the API.</summary>
public sealed class VariantPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commune_makes_its_own_variant_on_the_pages_sees_what_differs_and_drops_it_with_a_reason()
    {
        const string Item = "rieng-xa";
        await site.HandInAsync($"items/{Item}.md", SampleFiles.Article("Tin riêng", body: "Xã họp ngày 8.", approved: false));
        var page = $"/translations/{Item}.1.{Site.Thai}";
        using var writer = site.Visit("muong-ang-1");
        using var drafted = await writer.PostAsync(page, page + "/segments", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 8."));
        Assert.Equal(page + "?done=saved", drafted.Headers.Location!.OriginalString);

        using var own = site.Visit(Site.Communicator);
        Assert.Contains("Làm bản riêng", (await own.ReadAsync(page)).Html, StringComparison.Ordinal);
        using var started = await own.PostAsync(page, page + "/variant");
        var variant = $"{page}~bung-lao";
        Assert.Equal(variant + "?done=variant-started", started.Headers.Location!.OriginalString);
        var (_, common) = await own.ReadAsync(page);
        Assert.Contains(variant, common, StringComparison.Ordinal);
        Assert.DoesNotContain("Làm bản riêng", common, StringComparison.Ordinal);
        Assert.Contains(
            "Bản riêng của xã Búng Lao", WebUtility.HtmlDecode((await own.ReadAsync("/inbox")).Html), StringComparison.OrdinalIgnoreCase);

        using var edited = await own.PostAsync(variant, variant + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪵꪒꪉ 8."));
        Assert.Equal(variant + "?done=submitted", edited.Headers.Location!.OriginalString);
        var (_, differs) = await own.ReadAsync(variant);
        Assert.Contains("<del>ꪣꪉ</del>", differs, StringComparison.Ordinal);
        Assert.Contains("<ins>ꪵꪒꪉ</ins>", differs, StringComparison.Ordinal);
        Assert.Contains("Bản riêng của xã Búng Lao", WebUtility.HtmlDecode(differs), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("ꪼꪕ ꪣꪉ 8.", (await site.TranslationAsync($"{Item}.1.{Site.Thai}")).Value.Text.Body);

        var (_, read) = await writer.ReadAsync(variant);
        Assert.Contains("Chỉ xem được", read, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", read, StringComparison.Ordinal);

        using var unexplained = await own.PostAsync(variant, variant + "/drop", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unexplained.StatusCode);
        using var dropped = await own.PostAsync(variant, variant + "/drop", ("reason", "nói như bản chung"));
        Assert.Equal(variant + "?done=variant-dropped", dropped.Headers.Location!.OriginalString);
        var (_, ended) = await own.ReadAsync(variant);
        Assert.Contains("nói như bản chung", ended, StringComparison.Ordinal);
        Assert.DoesNotContain(variant + "/drop", ended, StringComparison.Ordinal);
        Assert.Contains("Làm bản riêng", (await own.ReadAsync(page)).Html, StringComparison.Ordinal);
        Assert.Contains(
            "bản riêng của xã Búng Lao",
            WebUtility.HtmlDecode((await own.ReadAsync($"/items/{Item}/history")).Html),
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Where_the_words_are_out_the_page_says_why_no_variant_can_begin()
    {
        using var own = site.Visit(Site.Communicator);
        var (_, html) = await own.ReadAsync($"/translations/{Site.Published}.1.{Site.Thai}");
        Assert.Contains("không làm bản riêng được nữa", html, StringComparison.Ordinal);
        using var refused = await own.PostAsync(
            $"/translations/{Site.Published}.1.{Site.Thai}", $"/translations/{Site.Published}.1.{Site.Thai}/variant");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Programs_begin_write_review_and_drop_a_variant_as_they_do_a_translation()
    {
        const string Item = "rieng-api";
        await site.HandInAsync($"items/{Item}.md", SampleFiles.Article("Tin qua API", body: "Xã họp ngày 9.", approved: false));
        var text = $"/api/translations/{Item}.1.{Site.Thai}";
        using var staff = As(Site.Staff);
        using var notStaff = await staff.PostAsync(text + "/variants", null, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, notStaff.StatusCode);

        using var one = As(Site.Communicator);
        using var other = As(Site.OtherCommunicator);
        using var stranger = As("muong-ang-1");
        using var started = await one.PostAsync(text + "/variants", null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, started.StatusCode);
        Assert.Equal("bung-lao", (string?)(await ReadAsync(started))["commune"]);
        using var twice = await one.PostAsync(text + "/variants", null, Cancellation);
        Assert.Equal("VariantThereAlready", (string?)(await ReadAsync(twice))["code"]);

        var variant = text + "~bung-lao";
        using var refused = await SendAsync(stranger, HttpMethod.Put, variant, new { title = "ꪼꪕ", body = "ꪼꪕ ꪣꪉ 9." });
        Assert.Equal((HttpStatusCode.Forbidden, "NotYourCommune"), (refused.StatusCode, (string?)(await ReadAsync(refused))["code"]));
        using var written = await SendAsync(one, HttpMethod.Put, variant, new { title = "ꪼꪕ", body = "ꪼꪕ ꪣꪉ 9." });
        Assert.Equal("drafted", (string?)(await ReadAsync(written))["state"]);
        using var submitted = await SendAsync(one, HttpMethod.Post, variant + "/submit");
        using var approved = await SendAsync(other, HttpMethod.Post, variant + "/approve");
        Assert.Equal("approved", (string?)(await ReadAsync(approved))["state"]);
        var listed = Assert.Single(JsonNode.Parse(await one.GetStringAsync(text + "/variants", Cancellation))!.AsArray());
        Assert.Equal(($"{Item}.1.{Site.Thai}~bung-lao", "approved"), ((string?)listed!["text"], (string?)listed["state"]));
        Assert.Equal("wanted", (string?)JsonNode.Parse(await one.GetStringAsync(text, Cancellation))!["state"]);

        using var common = await SendAsync(one, HttpMethod.Post, text + "/drop", new { reason = "thử" });
        Assert.Equal("NotAVariant", (string?)(await ReadAsync(common))["code"]);
        using var dropped = await SendAsync(other, HttpMethod.Post, variant + "/drop", new { reason = "nói như bản chung" });
        Assert.Equal(("dropped", "nói như bản chung"), ((string?)(await ReadAsync(dropped))["state"], (await VariantAsync()).ReturnReason));

        async Task<TranslatedVersion> VariantAsync() =>
            (await site.Get<TranslationService>().FindAsync(TextId.Parse($"{Item}.1.{Site.Thai}~bung-lao", null), Cancellation))!.Value;
    }

    private HttpClient As(string person)
    {
        var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Add("X-Acting-Person", person);
        return http;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await http.SendAsync(request, Cancellation);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
}
