using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dissemination.Content;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Dissemination.Translation.Segments;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Web;

/// <summary>Translation memories on their page and in the API.</summary>
public sealed class MemoryPageTests(MongSite site) : IClassFixture<MongSite>
{
    private const string File = """
        <tmx version="1.4"><header srclang="vi"/><body>
        <tu><tuv xml:lang="vi"><seg>Bản nào cũng họp bàn.</seg></tuv><tuv xml:lang="blt-Tavt"><seg>ꪣꪉ ꪵꪒꪉ ꪹꪣꪉ.</seg></tuv></tu>
        <tu><tuv xml:lang="vi"><seg>Bản nào cũng họp bàn.</seg></tuv><tuv xml:lang="th"><seg>x</seg></tuv></tu>
        </body></tmx>
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_taken_in_as_suggestions_that_say_where_they_come_from_and_fill_in_nothing_that_is_done()
    {
        const string Page = "/memory?language=blt-Tavt";
        using var staff = site.Visit("can-bo");
        using var taken = await staff.PostFileAsync(Page, "/memory", "C:\\dich\\cũ.tmx", File, ("language", "blt-Tavt"));
        var html = await taken.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Đã nhận 1 đoạn trong tệp «cũ.tmx» làm gợi ý.", html, StringComparison.Ordinal);
        Assert.Contains("tiếng Thái Lan", html, StringComparison.Ordinal);
        using var again = await staff.PostFileAsync(Page, "/memory", "cũ.tmx", File, ("language", "blt-Tavt"));
        Assert.Contains("không có gì đổi", await again.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var broken = await staff.PostFileAsync(Page, "/memory", "hỏng.tmx", File[..^8], ("language", "blt-Tavt"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.Contains(
            "hỏng.tmx:4: Tệp XML hỏng hoặc bị cắt cụt ở cột",
            await broken.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal);

        await site.HandInAsync("items/goi-y.md", SampleFiles.Article("Gợi ý", "Bản nào cũng họp bàn. Bản nào cũng họp bàn rồi."));
        site.Time.Advance(TimeSpan.FromSeconds(10));
        using var translator = site.Visit("bung-lao-1");
        var (_, page) = await translator.ReadAsync("/translations/goi-y.1.blt-Tavt");
        Assert.Contains("chưa ai duyệt", page, StringComparison.Ordinal);
        Assert.Contains("Tệp «cũ.tmx», Cán bộ tuyên giáo gửi", page, StringComparison.Ordinal);
        var filled = await site.Get<SegmentFiller>()
            .FillAsync(VersionId.Parse("goi-y.1.blt-Tavt", null), await site.PersonAsync("bung-lao-1"), ETag.All, Cancellation);
        Assert.Equal(
            [SegmentMark.None, SegmentMark.FromMemory, SegmentMark.None], filled.Value!.Row.Value.Segments.Select(segment => segment.Mark));
        Assert.Equal(TranslationState.Wanted, filled.Value.Row.Value.State);

        var (_, listed) = await translator.ReadAsync(Page);
        Assert.DoesNotContain("/remove", listed, StringComparison.Ordinal);
        var (_, mine) = await staff.ReadAsync(Page);
        var remove = mine[(mine.IndexOf("action=\"/memory/blt-Tavt/files/", StringComparison.Ordinal) + 8)..];
        using var removed = await staff.PostAsync(Page, remove[..remove.IndexOf('"', StringComparison.Ordinal)]);
        Assert.Equal(Page + "&done=memory-removed", removed.Headers.Location!.OriginalString);
        Assert.DoesNotContain("cũ.tmx", (await staff.ReadAsync(Page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_takes_gives_lists_and_removes_the_same_files()
    {
        using var staff = site.Call("can-bo");
        var file = System.Text.Encoding.UTF8.GetBytes(File.Replace("blt-Tavt", "blt-Latn", StringComparison.Ordinal));
        using var taken = await staff.SendAsync(HttpMethod.Post, "/api/memory/blt-Latn?name=a.tmx", etag: null, file);
        var answer = await taken.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.True(answer.GetProperty("isNew").GetBoolean());
        Assert.Equal("LanguageRefused", answer.GetProperty("leftOut")[0].GetProperty("code").GetString());

        using var out1 = await staff.Http.GetAsync("/api/memory/blt-Latn", Cancellation);
        Assert.Equal("application/x-tmx", out1.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Bản nào cũng họp bàn.", await out1.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var translator = site.Visit("bung-lao-1");
        Assert.Contains("Bản nào cũng họp bàn.", (await translator.ReadAsync("/memory/blt-Latn/tmx")).Html, StringComparison.Ordinal);

        var id = answer.GetProperty("file").GetProperty("id").GetString();
        var files = await staff.Http.GetFromJsonAsync<JsonElement>("/api/memory/blt-Latn/files", Cancellation);
        Assert.Equal(id, Assert.Single(files.EnumerateArray()).GetProperty("id").GetString());
        using var other = site.Call("na-bung-1");
        using var refused = await other.SendAsync(HttpMethod.Delete, $"/api/memory/blt-Latn/files/{id}", etag: null, content: null);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var removed = await staff.SendAsync(HttpMethod.Delete, $"/api/memory/blt-Latn/files/{id}", etag: null, content: null);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var gone = await staff.SendAsync(HttpMethod.Delete, $"/api/memory/blt-Latn/files/{id}", etag: null, content: null);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        using var thai = await staff.SendAsync(HttpMethod.Post, "/api/memory/th-TH", etag: null, file);
        Assert.Contains("LanguageRefused", await thai.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var broken = await staff.SendAsync(HttpMethod.Post, "/api/memory/blt-Latn", etag: null, file[..^8]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
    }
}
