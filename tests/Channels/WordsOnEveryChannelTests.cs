using System.Globalization;
using System.Net;
using System.Text;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake;
using SkiaSharp;

namespace Dissemination.Tests.Channels;

/// <summary>
/// From the file to what each channel was sent: a chat, a page, a group, the feeds, a preview, a card and what people post by hand.
/// </summary>
public sealed class WordsOnEveryChannelTests(ServedChannels rooms) : IClassFixture<ServedChannels>
{
    private const string SheetHeader = "id,kind,text,speaker,issuer,communes,sample,approvalBy,approvalDocument,approvalDate";

    /// <summary>The file, and the words as readers see them.</summary>
    public static TheoryData<string, string, string> Articles => new()
    {
        {
            "so-khoan",
            Article("Ba khoản", "3. Hỗ trợ cây giống.\n7. Hộ nghèo được vay vốn.\n12. Bản nào cũng có nhà văn hóa.\n\n2030. Năm về đích."),
            "Ba khoản\n\n3. Hỗ trợ cây giống.\n7. Hộ nghèo được vay vốn.\n12. Bản nào cũng có nhà văn hóa.\n\n2030. Năm về đích."
        },
        {
            "dau-trong-chu",
            Article("Trúng giải 091***234", "Số 098***567, 3*4*5, tệp bao_cao_11.\n\nGiá 5 < 10 & 10 > 5, ~5~ độ; **đậm** và _nghiêng_."),
            "Trúng giải 091***234\n\nSố 098***567, 3*4*5, tệp bao_cao_11.\n\nGiá 5 < 10 & 10 > 5, ~5~ độ; đậm và nghiêng."
        },
        {
            "the-bang-dau-thang",
            Article("Cuộc thi ảnh #1", "#ĐiệnBiên #GiữRừng", "summary: Gửi ảnh kèm thẻ #GiữRừng và #ĐiệnBiên trước ngày 30/11"),
            "Cuộc thi ảnh #1\n\nGửi ảnh kèm thẻ #GiữRừng và #ĐiệnBiên trước ngày 30/11\n\n#ĐiệnBiên #GiữRừng"
        },
        {
            "tung-dong",
            Article("Lịch họp", "Bản Phăng: 19 giờ thứ Hai\nBản Co Mận: 19 giờ thứ Ba\nBản Bua: 19 giờ thứ Tư\n\nMời mỗi nhà một người."),
            "Lịch họp\n\nBản Phăng: 19 giờ thứ Hai\nBản Co Mận: 19 giờ thứ Ba\nBản Bua: 19 giờ thứ Tư\n\nMời mỗi nhà một người."
        },
        {
            "thut-dau-dong",
            Article("Thụt đầu dòng", "    Đoạn thụt bằng dấu cách, có **chữ đậm**.\n\n\tĐoạn thụt bằng dấu tab."),
            "Thụt đầu dòng\n\nĐoạn thụt bằng dấu cách, có chữ đậm.\n\nĐoạn thụt bằng dấu tab."
        },
        {
            "bang-va-the",
            Article("Bảng và thẻ", "| Bản | Giờ |\n|---|---|\n| Phăng | 19 |\n\nGhi <b>to</b> lên."),
            "Bảng và thẻ\n\n| Bản | Giờ |\n|---|---|\n| Phăng | 19 |\n\nGhi <b>to</b> lên."
        },
        { "dau-cu", Article("Thủy lợi", "Thủy lợi hóa đồng ruộng. Khỏe mạnh."), "Thủy lợi\n\nThủy lợi hóa đồng ruộng. Khỏe mạnh." },
        { "dau-moi", Article("Thuỷ lợi", "Thuỷ lợi hoá đồng ruộng. Khoẻ mạnh."), "Thuỷ lợi\n\nThuỷ lợi hoá đồng ruộng. Khoẻ mạnh." },
    };

    /// <summary>A sheet as spreadsheets and people leave it, and the words of its row.</summary>
    public static TheoryData<string, string, string> Sheets => new()
    {
        { "o-nhieu-dong", Row("o-nhieu-dong", "\"Rừng còn, nước còn,\r\nnước còn, bản còn.\""), "Rừng còn, nước còn,\nnước còn, bản còn." },
        { "co-excel", "\uFEFF" + Row("co-excel", "\"Mỗi nhà, 3*4*5.\"", "TRUE", "16/11/2026"), "Mỗi nhà, 3*4*5." },
        { "ke-dau-phay", "sep=,\n" + Row("ke-dau-phay", "Mỗi nhà một vườn cây #1."), "Mỗi nhà một vườn cây #1." },
        { "dau-cham-phay", Row("dau-cham-phay", "Mỗi nhà một vườn.", "có").Replace(',', ';'), "Mỗi nhà một vườn." },
        { "dau-tab", Row("dau-tab", "7. Mỗi nhà một vườn.", "1").Replace(',', '\t'), "7. Mỗi nhà một vườn." },
        {
            "cot-thua",
            Row("cot-thua", "Mỗi nhà một vườn.").Replace("approvalDate", "ApprovalDate,,", StringComparison.Ordinal)
                .Replace("2026-11-16", "2026-11-16,,", StringComparison.Ordinal) + ",,,,,,,,,,,\n",
            "Mỗi nhà một vườn."
        },
        {
            "khong-nhin-thay",
            Row("khong-nhin-thay", "Mỗi nhà một vườn.").Replace("bung-lao", "\u200Bbung-lao\u200B", StringComparison.Ordinal),
            "Mỗi nhà một vườn."
        },
    };

    [Theory]
    [MemberData(nameof(Articles))]
    public async Task An_article_arrives_everywhere_as_it_was_written(string item, string file, string shown)
    {
        await rooms.HandInAsync($"items/{item}.md", file);
        await rooms.TickAsync();

        await AssertShownAsync($"{item}.1.vi", shown);
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task A_row_of_a_sheet_arrives_everywhere_as_it_was_written(string item, string sheet, string shown)
    {
        byte[] utf16 = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(sheet.TrimStart('\uFEFF'))];
        foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes(sheet), utf16])
        {
            var taken = await rooms.TakeAsync($"items/{item}.csv", bytes);
            Assert.Equal((HandInState.Accepted, 1), (taken.State, taken.Items.Length));
        }

        await rooms.TickAsync();

        // The second file says the same, so that nothing goes out again.
        await AssertShownAsync($"{item}.1.vi", shown);
    }

    [Theory]
    [InlineData("bang", "| A | B |\n|---|---|\n| 1 | 2 |", "TableAsLines", 11)]
    [InlineData("ma", "Gõ `lệnh` này.", "CodeAsWords", 10)]
    [InlineData("html", "Ghi <b>to</b> lên.", "HtmlAsWritten", 10)]
    public async Task What_no_channel_can_show_is_named_with_its_line_on_the_page_of_its_file(
        string item, string body, string code, int line)
    {
        var handIn = await rooms.HandInAsync($"items/khong-hien-{item}.md", Article("Không hiện được", $"Đoạn đầu.\n\n{body}"));

        var warning = Assert.Single(handIn.Warnings);
        Assert.Equal((code, line), (warning.Code, warning.Place!.Line));
        await AssertToldAsync(handIn, warning);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task A_photograph_arrives_everywhere_drawn_anew_and_upright(int orientation)
    {
        var item = $"anh-chup-{orientation}";
        await rooms.HandInPictureAsync($"items/{item}.jpg", Pictures.Photograph(96, 64, (ushort)orientation));
        await rooms.WriteAsync(item, "Ảnh chụp", $"communes: [bung-lao]\npicture: {item}.jpg\npictureAlt: Nương ngô");
        await rooms.TickAsync();

        foreach (var (place, bytes) in await SentWords.Of(rooms, $"{item}.1.vi").PicturesAsync())
        {
            using var drawn = SKBitmap.Decode(bytes);
            Assert.Equal((place, 64, 96), (place, drawn.Width, drawn.Height));
            Assert.True(bytes.AsSpan().IndexOf("Exif"u8) < 0 && bytes.AsSpan().IndexOf("ThuMay"u8) < 0, place);
        }
    }

    [Fact]
    public async Task A_picture_between_two_lines_of_words_goes_with_them_and_the_lines_stay()
    {
        await rooms.HandInPictureAsync("items/giua-dong.png", Pictures.Png(40, 30));
        await rooms.HandInAsync(
            "items/giua-dong.md", Article("Giữa dòng", "7. Dòng một:\n![Nương ngô](giua-dong.png)\n12. Dòng hai 3*4*5."));
        await rooms.TickAsync();

        await AssertShownAsync("giua-dong.1.vi", "Giữa dòng\n\n7. Dòng một:\n12. Dòng hai 3*4*5.");
        foreach (var (place, bytes) in await SentWords.Of(rooms, "giua-dong.1.vi").PicturesAsync())
        {
            using var drawn = SKBitmap.Decode(bytes);
            Assert.Equal((place, 40, 30), (place, drawn.Width, drawn.Height));
        }
    }

    /// <summary>The file, what is wrong with it and on which line.</summary>
    public static TheoryData<string, string, string, int?> Refused => new()
    {
        { "items/phong-cu-than-bai.md", Article("Giữ rừng", "Bµ con gi÷ rõng."), "LegacyVietnamese", 8 },
        { "items/phong-cu-tieu-de.md", Article("Giao th«ng ®i tr\u00ADíc mét b\u00ADíc", "Bà con giữ rừng."), "LegacyVietnamese", 2 },
        { "items/phong-cu-bang.csv", Row("phong-cu-bang", "Bµ con gi÷ rõng."), "LegacyVietnamese", 2 },
        {
            "items/dau-tab-trong-yaml.md",
            "---\ntitle: Bản tin\nissuer: Ban (mẫu)\ncommunes: [bung-lao]\napproval:\n\tby: lanh-dao\n---\nNội dung.",
            "YamlTab",
            6
        },
        {
            "items/ky-tu-an.csv",
            Row("ky-tu-an", "Giữ rừng.").Replace("bung-lao", "bung\u200B-lao", StringComparison.Ordinal),
            "InvisibleInside",
            2
        },
        {
            "glossary/blt-Tavt.csv",
            "language,source,target,rule,note\nblt-Tavt,thủy lợi,ꪙꪾ ꪙꪱ,preferred,a\nblt-Tavt,thuỷ lợi,ꪙꪾ ꪙꪱ,forbidden,b\n",
            "TermTwoRules",
            3
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Of_a_file_that_cannot_be_read_nothing_goes_out_and_its_page_names_place_and_reason(
        string path, string file, string code, int? line)
    {
        await rooms.TickAsync();
        var before = await SentWords.OutAsync(rooms);

        var refused = await rooms.TakeAsync(path, Encoding.UTF8.GetBytes(file));
        await rooms.TickAsync();

        Assert.Equal(HandInState.Rejected, refused.State);
        var problem = Assert.Single(refused.Problems, problem => problem.Code == code);
        Assert.Equal((path, line), (problem.Place!.File, problem.Place.Line));
        await AssertToldAsync(refused, problem);
        Assert.Equal(before, await SentWords.OutAsync(rooms));
    }

    [Fact]
    public async Task Words_of_an_old_font_that_a_person_has_turned_into_Unicode_arrive_everywhere()
    {
        const string Path = "items/doi-phong-cu.md";
        var refused = await rooms.TakeAsync(Path, Encoding.UTF8.GetBytes(Article("Giao th«ng", "Bµ con gi÷ rõng, 3*4*5.")));
        using var staff = rooms.Visit("can-bo");
        using var asked = await staff.PostAsync($"/hand-in/{refused.Id}", $"/hand-in/{refused.Id}/unicode");
        var blob = await rooms.Store.Container(Containers.Content).GetBlobClient(Path).DownloadContentAsync(CancellationToken.None);
        await rooms.HandInAsync(Path, blob.Value.Content.ToString());
        await rooms.TickAsync();

        await AssertShownAsync("doi-phong-cu.1.vi", "Giao thông\n\nBà con giữ rừng, 3*4*5.");
    }

    [Fact]
    public async Task A_picture_that_cannot_be_decoded_is_refused_and_the_article_that_needs_it_waits()
    {
        await rooms.TickAsync();
        var before = await SentWords.OutAsync(rooms);

        var refused = await rooms.TakeAsync("items/anh-cut.png", Pictures.Png(80, 60)[..^40]);
        var waiting = await rooms.TakeAsync(
            "items/co-anh-cut.md",
            Encoding.UTF8.GetBytes(Article("Có ảnh", "Bà con giữ rừng.", "picture: anh-cut.png\npictureAlt: Nương ngô")));
        await rooms.TickAsync();

        Assert.Equal(("PictureBroken", HandInState.Waiting), (Assert.Single(refused.Problems).Code, waiting.State));
        await AssertToldAsync(refused, refused.Problems[0]);
        Assert.Equal(before, await SentWords.OutAsync(rooms));
    }

    private static string Article(string title, string body, string frontMatter = "sample: false") =>
        SampleFiles.Article(title, body, frontMatter: $"communes: [bung-lao]\n{frontMatter}");

    private static string Row(string id, string text, string sample = "true", string date = "2026-11-16") =>
        $"{SheetHeader}\n{id},quote,{text},Già bản,Ban Tuyên giáo (mẫu),bung-lao,{sample},lanh-dao,MẪU-91,{date}\n";

    private async Task AssertShownAsync(string version, string shown)
    {
        foreach (var (place, text) in await SentWords.Of(rooms, version).WordsAsync())
        {
            // A card has no empty lines: it sets paragraphs apart by itself.
            var words = place == SentWords.Card ? shown.Replace("\n\n", "\n", StringComparison.Ordinal) : shown;
            Assert.True(text.Contains(words, StringComparison.Ordinal), $"{place}:\n{text}");
        }
    }

    /// <summary>By the page of the file and by the API.</summary>
    private async Task AssertToldAsync(HandIn handIn, Dissemination.Problems.Problem problem)
    {
        var reason = problem.Text(CultureInfo.GetCultureInfo("vi"));
        using var staff = rooms.Visit("can-bo");
        var page = WebUtility.HtmlDecode((await staff.ReadAsync($"/hand-in/{handIn.Id}")).Html);
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Contains(problem.Place!.Line is { } line ? $"{handIn.File}, dòng {line}" : handIn.File, page, StringComparison.Ordinal);
        using var program = rooms.Call("can-bo");
        using var answer = await program.Http.GetAsync($"/api/hand-ins/{handIn.Id}", CancellationToken.None);
        var told = await answer.Content.ReadAsStringAsync(CancellationToken.None);
        Assert.Contains($"\"code\":\"{problem.Code}\"", told, StringComparison.Ordinal);
    }
}
