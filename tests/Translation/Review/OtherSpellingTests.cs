using System.Net;
using System.Net.Http.Json;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Web;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Dissemination.Translation.Segments;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Translation.Review;

/// <summary>Mông texts turned into their other spelling.</summary>
public sealed class OtherSpellingTests(MongSite rooms) : IClassFixture<MongSite>
{
    private const string Body = "Chúng ta trồng lúa. Tôi đến núi.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Empty_segments_are_filled_from_what_a_person_wrote_in_the_other_spelling_and_wait_for_a_person()
    {
        await rooms.HandInAsync("items/trong-lua.md", SampleFiles.Article("Trồng lúa", Body));
        await DraftAsync("trong-lua.1.hmn-Latn-x-chv", "na-bung-1", new("Chaos blêx", null, "Pêz chaos blêx. Cur nhaoz trôngz."));
        await WriteAsync("trong-lua.1.mww-Latn-x-rpa", "na-bung-2", 0, "Cog nplej kuv");

        var filled = await FillAsync("trong-lua.1.mww-Latn-x-rpa", "na-bung-2");

        Assert.Null(filled.Problem);
        var segments = filled.Value!.Row.Value.Segments;
        Assert.Equal(["Cog nplej kuv", "Peb cog nplej.", "Kuv nyob roob."], segments.Select(segment => segment.Target));
        Assert.Equal([SegmentMark.None, SegmentMark.Converted, SegmentMark.Converted], segments.Select(segment => segment.Mark));
        Assert.Equal(2, filled.Value.Row.Value.OpenSegments);
        Assert.Equal(["na-bung-2"], filled.Value.Row.Value.Editors.Select(editor => editor.Value));
    }

    [Fact]
    public async Task Doubtful_syllables_stay_marked_on_the_page_and_in_the_API_until_a_person_has_written_or_kept_them()
    {
        await rooms.HandInAsync("items/lang.md", SampleFiles.Article("Làng", Body));
        var version = "lang.1.hmn-Latn-x-chv";
        using var reader = rooms.Visit("na-bung-1");
        Assert.DoesNotContain("chuyển từ bản", (await reader.ReadAsync($"/translations/{version}")).Html, StringComparison.Ordinal);
        await DraftAsync("lang.1.mww-Latn-x-rpa", "na-bung-2", new("Lus", null, "Peb cog nplej. Kuv nyob Trên roob."));

        var (_, before) = await reader.ReadAsync($"/translations/{version}");
        Assert.Contains("chuyển từ bản Mông Trắng (chữ RPA)", before, StringComparison.Ordinal);
        Assert.Contains("chưa có người bản ngữ nào kiểm tra", before, StringComparison.Ordinal);
        using var api = rooms.Call("na-bung-1");
        using var filled = await api.PostAsync($"/api/translations/{version}/fill", "*");
        Assert.Equal(HttpStatusCode.OK, filled.StatusCode);
        var answer = await filled.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Cancellation);
        var doubt = answer.GetProperty("segments")[0].GetProperty("doubts")[0];
        Assert.Equal(
            ("lus", "lul", "luk"),
            (doubt.GetProperty("original").GetString()!.ToLowerInvariant(), doubt.GetProperty("choices")[0].GetString()!.ToLowerInvariant(), doubt.GetProperty("choices")[1].GetString()!.ToLowerInvariant()));

        var (_, page) = await reader.ReadAsync($"/translations/{version}");
        Assert.Contains("<mark title=\"«Lus» có thể là: Lul, Luk\">Lul</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<mark title=\"«Trên» không có trong bảng chuyển chữ, để nguyên\">Trên</mark>", page, StringComparison.Ordinal);

        await WriteAsync(version, "na-bung-1", 0, "Luk");
        var kept = (await rooms.TranslationAsync(version)).Value.Segments[0];
        Assert.Equal(("Luk", SegmentMark.None), (kept.Target, kept.Mark));
        Assert.Null(kept.Doubts);
    }

    [Fact]
    public async Task What_no_person_wrote_or_kept_in_the_other_spelling_is_not_converted_back()
    {
        await rooms.HandInAsync("items/di-ve.md", SampleFiles.Article("Đi về", Body));
        await WriteAsync("di-ve.1.hmn-Latn-x-chv", "na-bung-1", 1, "Pêz chaos blêx.");
        Assert.Null((await FillAsync("di-ve.1.mww-Latn-x-rpa", "na-bung-2")).Problem);
        await WriteAsync("di-ve.1.hmn-Latn-x-chv", "na-bung-1", 1, null);

        Assert.Equal(nameof(ProblemTexts.NothingToFillIn), (await FillAsync("di-ve.1.hmn-Latn-x-chv", "na-bung-1")).Problem?.Code);
    }

    [Fact]
    public async Task Who_may_not_work_at_a_text_fills_nothing_in_by_the_API_either_and_a_version_that_was_not_read_is_refused()
    {
        await rooms.HandInAsync("items/quyen.md", SampleFiles.Article("Quyền", Body));
        await DraftAsync("quyen.1.hmn-Latn-x-chv", "na-bung-1", new("Chaos blêx", null, "Pêz chaos blêx. Cur nhaoz trôngz."));
        using var other = rooms.Call("bung-lao-1");
        using var refused = await other.PostAsync("/api/translations/quyen.1.mww-Latn-x-rpa/fill", "*");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var staff = rooms.Call("can-bo");
        using var wrongRole = await staff.PostAsync("/api/translations/quyen.1.mww-Latn-x-rpa/fill", "*");
        Assert.Equal(HttpStatusCode.Forbidden, wrongRole.StatusCode);
        using var own = rooms.Call("na-bung-2");
        using var unread = await own.PostAsync("/api/translations/quyen.1.mww-Latn-x-rpa/fill", "\"W/older\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, unread.StatusCode);
        using var unnamed = await own.PostAsync("/api/translations/quyen.1.mww-Latn-x-rpa/fill", etag: null);
        Assert.Equal(HttpStatusCode.PreconditionRequired, unnamed.StatusCode);
    }

    private async Task DraftAsync(string version, string person, VersionText text) =>
        Assert.Null(
            (await rooms.Get<TranslationService>()
                .DraftAsync(VersionId.Parse(version, null), text, await rooms.PersonAsync(person), ETag.All, Cancellation)).Problem);

    private async Task WriteAsync(string version, string person, int place, string? words) =>
        Assert.Null(
            (await rooms.Get<TranslationService>()
                .DraftSegmentsAsync(
                    VersionId.Parse(version, null),
                    new Dictionary<int, string?> { [place] = words },
                    await rooms.PersonAsync(person),
                    ETag.All,
                    Cancellation)).Problem);

    private async Task<Result<FilledTranslation>> FillAsync(string version, string person) =>
        await rooms.Get<SegmentFiller>().FillAsync(VersionId.Parse(version, null), await rooms.PersonAsync(person), ETag.All, Cancellation);
}
