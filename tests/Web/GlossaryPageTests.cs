using System.Net;
using System.Text;
using Dissemination.Directory;
using Dissemination.Translation.Glossary;

namespace Dissemination.Tests.Web;

/// <summary>Glossaries on their page and in the API.</summary>
public sealed class GlossaryPageTests(MongSite site) : IClassFixture<MongSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_add_change_find_and_remove_terms_and_the_second_of_two_keeps_what_was_typed()
    {
        const string Page = "/glossary?language=blt-Tavt";
        using var staff = site.Visit("can-bo");
        using var added = await staff.PostAsync(Page, Page, ("source", "bản"), ("target", "ꪚꪱꪙ"), ("rule", "locked"), ("note", "làng"));
        Assert.Equal(Page + "&done=term-saved", added.Headers.Location!.OriginalString);
        using var twice = await staff.PostAsync(Page, Page, ("source", "Bản"), ("target", "ꪚꪱꪙ"), ("rule", "preferred"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        using var second = await staff.PostAsync(Page, Page, ("source", "xã"), ("target", "ꪎꪱ"), ("rule", "preferred"));
        Assert.Contains("ꪚꪱꪙ", (await staff.ReadAsync(Page + "&q=l%C3%A0ng")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("ꪎꪱ", (await staff.ReadAsync(Page + "&q=l%C3%A0ng")).Html, StringComparison.Ordinal);
        Assert.Contains("Sửa lần cuối: Cán bộ tuyên giáo", (await staff.ReadAsync(Page)).Html, StringComparison.Ordinal);

        var was = GlossaryEdits.TagOf((await TermsAsync("blt-Tavt")).Single(term => term.Source == "bản"));
        using var changed = await staff.PostAsync(
            Page, Page, ("was", was), ("source", "bản"), ("target", "ꪚꪱꪙ"), ("rule", "preferred"), ("note", "mới"));
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        using var late = await staff.PostAsync(
            Page, Page, ("was", was), ("source", "bản"), ("target", "ꪚꪱꪙ"), ("rule", "locked"), ("note", "người thứ hai"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Contains("value=\"người thứ hai\"", await late.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("mới", (await TermsAsync("blt-Tavt")).Single(term => term.Source == "bản").Note);

        using var lateRemoval = await staff.PostAsync(Page, "/glossary/remove?language=blt-Tavt", ("was", was));
        Assert.Equal(HttpStatusCode.PreconditionFailed, lateRemoval.StatusCode);
        using var removed = await staff.PostAsync(
            Page,
            "/glossary/remove?language=blt-Tavt",
            ("was", GlossaryEdits.TagOf((await TermsAsync("blt-Tavt")).Single(term => term.Source == "bản"))));
        Assert.Equal(HttpStatusCode.Found, removed.StatusCode);
        Assert.Equal(["xã"], (await TermsAsync("blt-Tavt")).Select(term => term.Source));
    }

    /// <summary>U+FFFE has no normal form.</summary>
    [Theory]
    [InlineData("khongcogica")]
    [InlineData("%EF%BF%BE")]
    public async Task Who_finds_no_term_is_told_so(string sought)
    {
        using var staff = site.Visit("can-bo");

        Assert.Contains(
            "Không tìm thấy từ nào như vậy",
            (await staff.ReadAsync($"/glossary?language=blt-Tavt&q={sought}")).Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_add_at_the_same_time_lose_nothing()
    {
        var person = await site.PersonAsync("can-bo");
        var added = await Task.WhenAll(Enumerable.Range(0, 3).Select(number =>
            new GlossaryService(new GlossaryStore(site.Store, site.Time), site.Time)
                .AddAsync(TermRules.Normal(new("twh-Tavt"), $"từ {number}", "a", TermRule.Preferred, null), person, Cancellation)));

        Assert.All(added, one => Assert.True(one.IsDone));
        Assert.Equal(["từ 0", "từ 1", "từ 2"], (await TermsAsync("twh-Tavt")).Select(term => term.Source).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_adds_to_the_glossary_and_who_translates_only_reads()
    {
        const string Page = "/glossary?language=mww-Latn-x-rpa";
        using var staff = site.Visit("can-bo");
        using var taken = await staff.PostFileAsync(
            Page,
            "/glossary/import?language=mww-Latn-x-rpa",
            "a.csv",
            "language,source,target,rule,note\nmww-Latn-x-rpa,bản,zos,locked,\n");
        Assert.Equal(Page + "&done=glossary-taken", taken.Headers.Location!.OriginalString);
        using var wrong = await staff.PostFileAsync(
            Page, "/glossary/import?language=mww-Latn-x-rpa", "a.csv", "language,source,target,rule,note\nmww-Latn-x-rpa,xã,,locked,\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("a.csv:2 (target)", await wrong.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        using var translator = site.Visit("na-bung-2");
        var (status, html) = await translator.ReadAsync(Page);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("zos", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"target\"", html, StringComparison.Ordinal);
        using var refused = await translator.PostAsync(Page, Page, ("source", "xã"), ("target", "xas"), ("rule", "preferred"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var unknown = await staff.PostAsync(Page, "/glossary?language=th", ("source", "xã"), ("target", "a"), ("rule", "preferred"));
        Assert.Contains("tiếng Thái Lan", await unknown.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var approver = site.Visit("lanh-dao");
        Assert.Equal(HttpStatusCode.Forbidden, (await approver.ReadAsync(Page)).Status);
    }

    [Fact]
    public async Task By_the_API_a_whole_glossary_goes_out_and_comes_back_in_place_of_just_the_version_that_was_read()
    {
        using var staff = site.Call("can-bo");
        using var nothing = await staff.Http.GetAsync("/api/glossary/hmn-Latn-x-chv.csv", Cancellation);
        var first = Encoding.UTF8.GetBytes("language,source,target,rule,note\nhmn-Latn-x-chv,bản,jaol,locked,làng\n");
        using var unnamed = await staff.SendAsync(HttpMethod.Put, "/api/glossary/hmn-Latn-x-chv.csv", etag: null, first);
        Assert.Equal(HttpStatusCode.PreconditionRequired, unnamed.StatusCode);
        using var put = await staff.SendAsync(HttpMethod.Put, "/api/glossary/hmn-Latn-x-chv.csv", nothing.Headers.ETag!.ToString(), first);
        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        using var late = await staff.SendAsync(HttpMethod.Put, "/api/glossary/hmn-Latn-x-chv.csv", nothing.Headers.ETag.ToString(), first);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/glossary/hmn-Latn-x-chv");
        request.Headers.Add("Accept", "application/x-tbx");
        using var tbx = await staff.Http.SendAsync(request, Cancellation);
        Assert.Equal(put.Headers.ETag, tbx.Headers.ETag);
        var file = await tbx.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Contains("preferredTerm-admn-sts", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        using var back = await staff.SendAsync(
            HttpMethod.Put, "/api/glossary/hmn-Latn-x-chv", tbx.Headers.ETag!.ToString(), file, "application/x-tbx");
        Assert.Equal(HttpStatusCode.NoContent, back.StatusCode);
        Assert.Equal(TermRule.Locked, Assert.Single(await TermsAsync("hmn-Latn-x-chv")).Rule);
        using var merged = await staff.SendAsync(
            HttpMethod.Post,
            "/api/glossary/hmn-Latn-x-chv.csv",
            etag: null,
            Encoding.UTF8.GetBytes("language,source,target,rule,note\nhmn-Latn-x-chv,xã,xas,preferred,\n"));
        Assert.Equal(HttpStatusCode.NoContent, merged.StatusCode);
        Assert.Equal(2, (await TermsAsync("hmn-Latn-x-chv")).Count);

        using var broken = await staff.SendAsync(HttpMethod.Post, "/api/glossary/hmn-Latn-x-chv.tbx", etag: null, "<tbx>\n<a"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        using var thai = await staff.Http.GetAsync("/api/glossary/tha.csv", Cancellation);
        Assert.Contains("LanguageRefused", await thai.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var translator = site.Call("na-bung-1");
        using var refused = await translator.SendAsync(HttpMethod.Put, "/api/glossary/hmn-Latn-x-chv.csv", "*", first);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private async Task<IReadOnlyList<GlossaryTerm>> TermsAsync(string language) =>
        (await site.Get<GlossaryStore>().VersionAsync(new LanguageTag(language), Cancellation)).Glossary.Terms;
}
