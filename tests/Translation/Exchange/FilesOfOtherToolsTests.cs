using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dissemination.Tests.Channels;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using Dissemination.Translation.Memory;

namespace Dissemination.Tests.Translation.Exchange;

/// <summary>What other tools write goes in by the API and is looked at where people see it, up to what each channel was sent.</summary>
public sealed class FilesOfOtherToolsTests(ServedChannels rooms) : IClassFixture<ServedChannels>
{
    private const string Writer = "bung-lao-2";
    private const string Reviewer = "bung-lao-3";

    private static readonly string[] Sentences =
        ["Mắc ca năm 2030", "Đến năm 2030 có 40.000 ha mắc ca.", "Bà con trồng đúng kỹ thuật.", "Mỗi bản có một tổ hợp tác."];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_units_and_copies_stay_open_white_space_is_folded_and_what_is_approved_arrives_everywhere()
    {
        const string Version = $"mac-ca-tu-tep.1.{ServedChannels.Thai}";
        await rooms.WriteAsync("mac-ca-tu-tep", Sentences[0], body: $"{Sentences[1]} {Sentences[2]}\n\n{Sentences[3]}");

        await AssertOpenAsync(Version, 4, await SendAsync(Copies(Version)));
        await AssertOpenAsync(Version, 4, await SendAsync(Two(Version, """
            <unit id="s3"><segment state="translated"><source>Bà con trồng </source><target>ꪚꪱꪙ ꪹꪭꪱ </target></segment>
            <segment state="initial"><source>đúng kỹ thuật.</source><target/></segment></unit>
            """)), "ExchangeUnitOpen");
        await AssertOpenAsync(Version, 3, await SendAsync(Two(
            Version,
            "<unit id=\"s2\"><segment state=\"translated\"><source>Đến\u00A0năm 2030 có 40.000\u00A0ha mắc\u00A0ca.</source>"
            + "<target>ꪜꪲ 2030 ꪣꪲ 40.000 ꪭꪱ ꪢꪱꪀ ꪀꪱ.</target></segment></unit>")));
        await AssertOpenAsync(Version, 0, await SendAsync(Two(Version, """
            <unit id="s1"><segment state="final"><source>
                Mắc ca năm 2030
              </source><target>
                ꪢꪱꪀ ꪀꪱ 2030
              </target></segment></unit>
            <unit id="s3"><segment state="translated"><source>Bà con trồng đúng kỹ thuật.</source>
              <target>ꪚꪱꪙ ꪹꪭꪱ ꪜꪴꪀ ꪢꪱꪀ.</target></segment></unit>
            <unit id="s4"><segment state="translated"><source>Mỗi bản có một tổ hợp tác.</source><target>
                ꪚꪱꪙ ꪣꪲ
                ꪹꪭꪱ.
              </target></segment></unit>
            """)));

        using var writer = rooms.Visit(Writer);
        using var reviewer = rooms.Visit(Reviewer);
        var page = $"/translations/{Version}";
        using var submitted = await writer.PostAsync(page, page + "/submit", [.. await WholeAsync(Version)]);
        Assert.True(submitted.StatusCode is HttpStatusCode.Found, await submitted.Content.ReadAsStringAsync(Cancellation));
        using var approved = await reviewer.PostAsync(page, page + "/approve");
        Assert.Equal(page + "?done=translation-approved", approved.Headers.Location!.OriginalString);
        await rooms.TickAsync();

        const string Shown = "ꪢꪱꪀ ꪀꪱ 2030\n\nꪜꪲ 2030 ꪣꪲ 40.000 ꪭꪱ ꪢꪱꪀ ꪀꪱ. ꪚꪱꪙ ꪹꪭꪱ ꪜꪴꪀ ꪢꪱꪀ.\n\nꪚꪱꪙ ꪣꪲ ꪹꪭꪱ.";
        foreach (var (place, text) in await SentWords.Of(rooms, Version).WordsAsync())
        {
            var words = place == SentWords.Card ? Shown.Replace("\n\n", "\n", StringComparison.Ordinal) : Shown;
            Assert.True(text.Contains(words, StringComparison.Ordinal), $"{place}:\n{text}");
        }
    }

    /// <summary>
    /// Entries as Weblate and others write them: a document type, regions of languages, and their own words for a rule.
    /// </summary>
    [Theory]
    [InlineData("hòa bình", "vi", "blt-Tavt", null, "nên dùng")]
    [InlineData("thủy lợi", "vi-VN", "blt_Tavt", "preferredTerm-admn-sts", "nên dùng")]
    [InlineData("khoẻ mạnh", "vi", "blt-Tavt", "forbidden", "không dùng")]
    public async Task A_glossary_of_another_tool_stands_beside_the_words_of_a_translation_however_their_tones_are_placed(
        string source, string vietnamese, string thai, string? status, string rule)
    {
        var item = $"thuat-ngu-{source[0]}".Replace('ò', 'o');
        var note = status is null ? "" : $"<termNote type=\"administrativeStatus\">{status}</termNote>";
        var tbx = $"""
            <?xml version="1.0" encoding="UTF-16"?>
            <!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">
            <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
            <termEntry id="1"><langSet xml:lang="{vietnamese}"><tig><term>{source}</term></tig></langSet>
            <langSet xml:lang="{thai}"><tig><term>ꪵꪀ ꪵꪋ</term>{note}</tig></langSet></termEntry>
            </body></text></martif>
            """;
        using var staff = rooms.Call("can-bo");
        using var taken = await staff.SendAsync(
            HttpMethod.Post,
            $"/api/glossary/{ServedChannels.Thai}.tbx",
            etag: null,
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(tbx)]);
        Assert.True(taken.StatusCode is HttpStatusCode.NoContent, await taken.Content.ReadAsStringAsync(Cancellation));

        await rooms.WriteAsync(item, "Tin của bản", body: "Bà con giữ hoà bình, làm thuỷ lợi, khỏe mạnh.");

        using var writer = rooms.Visit(Writer);
        var page = WebUtility.HtmlDecode((await writer.ReadAsync($"/translations/{item}.1.{ServedChannels.Thai}")).Html);
        Assert.Contains($"{source} → <strong lang=\"blt-Tavt\">ꪵꪀ ꪵꪋ</strong> ({rule})", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_memory_knows_a_sentence_whose_tones_are_placed_otherwise()
    {
        await rooms.WriteAsync("nho-dau-cu", "Thủy lợi", body: "Thủy lợi hóa đồng ruộng.");
        using var writer = rooms.Visit(Writer);
        using var reviewer = rooms.Visit(Reviewer);
        const string Known = $"/translations/nho-dau-cu.1.{ServedChannels.Thai}";
        using var submitted = await writer.PostAsync(Known, Known + "/submit", ("title", "ꪙꪾ"), ("body", "ꪙꪾ ꪹꪭꪱ ꪜꪴꪀ ꪢꪱꪀ."));
        using var approved = await reviewer.PostAsync(Known, Known + "/approve");
        Assert.Equal(Known + "?done=translation-approved", approved.Headers.Location!.OriginalString);

        await rooms.Get<MemoryUpdater>().UpdateAsync(Cancellation);
        rooms.Time.Advance(LanguageMemory.Fresh);
        await rooms.WriteAsync("nho-dau-moi", "Thuỷ lợi", body: "Thuỷ lợi hoá đồng ruộng.");
        const string Page = $"/translations/nho-dau-moi.1.{ServedChannels.Thai}";
        using var filled = await writer.PostAsync(Page, Page + "/fill");
        Assert.True(filled.StatusCode is HttpStatusCode.Found, await filled.Content.ReadAsStringAsync(Cancellation));

        var page = WebUtility.HtmlDecode((await writer.ReadAsync(Page)).Html);
        Assert.Contains(">ꪙꪾ ꪹꪭꪱ ꪜꪴꪀ ꪢꪱꪀ.</textarea>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_an_old_font_that_are_typed_into_a_translation_are_told_and_cannot_be_approved()
    {
        await rooms.WriteAsync("go-phong-cu", "Giữ rừng", body: "Bà con giữ rừng.");
        const string Page = $"/translations/go-phong-cu.1.{ServedChannels.Thai}";
        using var writer = rooms.Visit(Writer);
        using var refused = await writer.PostAsync(Page, Page + "/submit", ("title", "ꪙꪾ"), ("body", "Bµ con gi÷ rõng ®i tr\u00ADíc."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(
            TranslationState.Drafted, (await rooms.TranslationAsync($"go-phong-cu.1.{ServedChannels.Thai}")).Value.State);
        using var program = rooms.Call(Writer);
        var answer = JsonNode.Parse(await program.Http.GetStringAsync($"/api{Page}", Cancellation))!;
        var finding = Assert.Single(answer["findings"]!.AsArray(), finding => (string?)finding!["part"] == "body")!;
        Assert.Equal(("TextIsVietnamese", "error"), ((string?)finding["code"], (string?)finding["severity"]));
    }

    private static string Two(string version, string units) =>
        $"""
            <xliff version="2.1" srcLang="vi" trgLang="blt-Tavt" xmlns="urn:oasis:names:tc:xliff:document:2.0">
            <file id="{version}">{units}</file></xliff>
            """;

    /// <summary>Version 1.2 as a tool leaves it that fills in the source and says that it is new.</summary>
    private static string Copies(string version) =>
        $"""
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
            <file original="{version}" source-language="vi" target-language="blt-Tavt" datatype="plaintext"><body>{string.Concat(
                Sentences.Select((words, at) =>
                    $"<trans-unit id='s{at + 1}'><source>{words}</source><target state='new'>{words}</target></trans-unit>"))}
            </body></file></xliff>
            """;

    private async Task<JsonNode> SendAsync(string xliff)
    {
        using var program = rooms.Call(Writer);
        using var answer = await program.SendAsync(
            HttpMethod.Post, $"/api/xliff/?language={ServedChannels.Thai}", etag: null, Encoding.UTF8.GetBytes(xliff));
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        return Assert.Single(JsonNode.Parse(text)!.AsArray())!;
    }

    /// <summary>By the API's answer, the translation's page and what is stored.</summary>
    /// <param name="reason">What people are told of the file; of copies that wait for their words there is nothing to tell.</param>
    private async Task AssertOpenAsync(string version, int open, JsonNode answer, string? reason = null)
    {
        Assert.Equal((version, reason), ((string?)answer["version"], (string?)answer["problems"]!.AsArray().FirstOrDefault()?["code"]));
        Assert.Equal(open, (await rooms.TranslationAsync(version)).Value.OpenSegments);
        using var writer = rooms.Visit(Writer);
        Assert.Contains(
            $"Đã xong {4 - open}/4 đoạn", (await writer.ReadAsync($"/translations/{version}")).Html, StringComparison.Ordinal);
    }

    private async Task<(string Name, string Value)[]> WholeAsync(string version)
    {
        var text = (await rooms.TranslationAsync(version)).Value.Text;
        return [("title", text.Title!), ("body", text.Body)];
    }
}
