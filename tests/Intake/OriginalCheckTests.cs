using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Intake;

public sealed class OriginalCheckTests
{
    private const string Body = "Bà con **trồng** mắc ca.";

    /// <summary>Each means the same sentence, or the words behind it.</summary>
    [Theory]
    [InlineData("Giao th«ng ®i tr\u00ADíc mét b\u00ADíc", "Giao thông đi trước một bước")]
    [InlineData(
        "§Õn n¨m 2030, bµ con cÇn b¶n v÷ng cao ®\u00ADîc ®i trªn ®\u00ADêng bª t«ng.",
        "Đến năm 2030, bà con cần bản vững cao được đi trên đường bê tông")]
    [InlineData("GIAO TH¤NG §I TR¦íC MéT B¦íC", "GIAO THÔNG ĐI TRƯỚC MỘT BƯỚC")]
    [InlineData("Giao thoâng ñi tröôùc moät böôùc", "Giao thông đi trước một bước")]
    [InlineData("GIAO THOÂNG ÑI TRÖÔÙC MOÄT BÖÔÙC", "GIAO THÔNG ĐI TRƯỚC MỘT BƯỚC")]
    [InlineData("Nöôùc saïch cuûa baûn Ñieän Bieân", "Nước sạch của bản Điện Biên")]
    [InlineData("Giao thông Çi trÜ§c m¶t bÜ§c", "Giao thông đi trước một bước")]
    [InlineData("ñiŒn Biên gi» rØng", "Điện Biên giữ rừng")]
    public void Words_of_an_old_font_are_refused_and_what_they_meant_is_told(string typed, string meant)
    {
        var stretch = Assert.Single(LegacyText.Find(typed));

        Assert.EndsWith(stretch.Unicode, meant.TrimEnd('.'), StringComparison.Ordinal);
        Assert.Contains(stretch.Words, typed, StringComparison.Ordinal);
        Assert.Equal(meant.TrimEnd('.'), LegacyText.ToUnicode(typed).TrimEnd('.'));
    }

    [Theory]
    [InlineData("Bà con trồng mắc ca, hộ nghèo được vay vốn. Chú ý: “giữ rừng” – việc của mọi nhà…")]
    [InlineData("Nhiệt độ từ 15°C đến 20°C, độ ẩm 80 % ± 5 %, diện tích 3 m², bụi 5 µm, 10 µg/m³.")]
    [InlineData("Dùng Google® và Zalo™ © 2026, theo §5; «Nam» gặp «An», gửi €5 và £3.")]
    [InlineData("Tướng de Castries, Général Navarre, ông Müller, bà Señora, São Paulo, Curaçao, café và crème brûlée.")]
    [InlineData("Pêz tsêr thiaz kêv, Hmôngz Đhiêx Biên, ꪹꪚꪙ ꪹꪭꪙ ꪋꪴ.")]
    [InlineData("UBND xã, HĐND, VNeID, ATM, kg·m, W·h, 5×3, a÷b, ½ giờ.")]
    public void Words_in_Unicode_are_no_old_font(string text) => Assert.Empty(LegacyText.Find(text));

    [Theory]
    [InlineData("title: Trồng mắc ca", "title: Trång m¾c ca", 2, "title")]
    [InlineData("title: Trồng mắc ca", "title: Trồng mắc ca\nsummary: Bµ con trång m¾c ca", 3, "summary")]
    [InlineData("issuer: Ban Tuyên giáo (mẫu)", "issuer: Ban Tuyªn gi¸o (mÉu)", 3, "issuer")]
    [InlineData("Bà con **trồng** mắc ca.", "Bà con trồng mắc ca.\n\nBaø con troàng maéc ca.", 18, null)]
    public void An_article_is_refused_at_the_words_of_an_old_font(string line, string instead, int at, string? field) =>
        ContentText.ReadArticle(ContentText.Article.Replace(line, instead, StringComparison.Ordinal))
            .AssertOne(nameof(ProblemTexts.LegacyVietnamese), at, field);

    [Fact]
    public void A_cell_is_refused_at_the_words_of_an_old_font() =>
        ContentText.ReadSheet("a,slogan,Gi÷ rõng lµ gi÷ b¶n,Ban", "id,kind,text,issuer")
            .AssertOne(nameof(ProblemTexts.LegacyVietnamese), 2, "text");

    [Fact]
    public void Only_the_lines_of_an_old_font_are_turned_into_Unicode()
    {
        const string File = "---\ntitle: Giữ rừng, café, bé và mẹ\n---\nBµ con gi÷ rõng.\nBé và mẹ.";

        Assert.Equal("---\ntitle: Giữ rừng, café, bé và mẹ\n---\nBà con giữ rừng.\nBé và mẹ.", LegacyText.ToUnicode(File));
    }

    [Theory]
    [InlineData("Every village keeps its own forest and every house keeps its own garden.", true)]
    [InlineData("Ba con trong rung, moi nha mot vuon cay, moi ban mot khu rung.", true)]
    [InlineData("Peb cov pej xeem txhua zos yuav tsum saib xyuas hav zoov.", true)]
    [InlineData("ꪹꪭꪙ ꪕꪴꪀ ꪚꪮꪀ ꪚꪱꪙ ꪚꪮꪀ ꪎꪱ ꪋꪮꪥ", true)]
    [InlineData("Bà con trồng mắc ca ở Búng Lao, đọc thêm trên https://example.vn/very/long/english/address.", false)]
    [InlineData("Cài VNeID, mở YouTube và Zalo để xem lịch tiêm của bản.", false)]
    [InlineData("Điện Biên Phủ", false)]
    public void An_original_in_another_language_is_told(string body, bool isOther)
    {
        var warnings = Read(body);

        Assert.Equal(isOther, warnings.Any(problem => problem.Code == nameof(ProblemTexts.OriginalNotVietnamese)));
        Assert.All(warnings, problem => Assert.Equal(16, problem.Place!.Line));
    }

    [Theory]
    [InlineData("Một\n\n| Bản | Giờ |\n|---|:--|\n| Bua | 19 |", nameof(ProblemTexts.TableAsLines), 19)]
    [InlineData("Một\n\n```\nmã\n```", nameof(ProblemTexts.CodeAsWords), 18)]
    [InlineData("Một `mã` hai", nameof(ProblemTexts.CodeAsWords), 16)]
    [InlineData("Một\n\n<div>\n</div>", nameof(ProblemTexts.HtmlAsWritten), 18)]
    [InlineData("Một <b>hai</b>", nameof(ProblemTexts.HtmlAsWritten), 16)]
    [InlineData("Một[^1]\n\n[^1]: hai", nameof(ProblemTexts.NoteAsWritten), 16)]
    [InlineData("Một ~~hai~~", nameof(ProblemTexts.MarksAsWritten), 16)]
    [InlineData("Một\n> hai", nameof(ProblemTexts.MarksAsWritten), 17)]
    [InlineData("Một\n\n[1]: https://example.vn", nameof(ProblemTexts.MarksAsWritten), 18)]
    [InlineData("Một\u200Bhai", nameof(ProblemTexts.InvisibleInText), 16)]
    [InlineData("Một\nhai\u200Eba", nameof(ProblemTexts.InvisibleInText), 17)]
    public void What_readers_see_otherwise_than_its_author_may_think_is_told(string body, string code, int line) =>
        Assert.Equal([$"{code}:{line}"], Read(body).AtLines());

    [Theory]
    [InlineData("    Đoạn văn thụt đầu dòng của bản.\n\n\tVà một đoạn nữa.")]
    [InlineData("3. Nhà nước hỗ trợ.\n7. Hộ nghèo vay vốn.\n\n- một\n- hai\n\n---\n\n**Hết**")]
    [InlineData("Số 091***234, 3*4*5, 5 < 10, ~5~ độ, 40.000\u00A0ha, 👨\u200D👩\u200D👧.")]
    public void What_every_channel_shows_needs_no_word(string body) => Assert.Empty(Read(body));

    [Fact]
    public void A_remark_that_is_hidden_from_its_author_alone_is_refused() =>
        ContentText.ReadArticle(ContentText.Article.Replace(Body, "Một\n\n<!-- chưa duyệt -->", StringComparison.Ordinal))
            .AssertOne(nameof(ProblemTexts.HiddenRemark), 18);

    [Fact]
    public void What_is_over_or_cannot_be_yet_is_told()
    {
        var article = ContentText.Article.Replace("expiresAt: 2027-12-31", "expiresAt: 2026-11-27", StringComparison.Ordinal)
            .Replace("date: 2026-11-18", "date: 2026-12-18", StringComparison.Ordinal);

        Assert.Equal(
            [$"{nameof(ProblemTexts.ExpiredAlready)}:8", $"{nameof(ProblemTexts.ApprovedLater)}:13"],
            ContentText.ReadArticle(article).AssertValid().Warnings.AtLines());
        Assert.Equal(
            [$"{nameof(ProblemTexts.ExpiredAlready)}:2"],
            ContentText.ReadSheet("a,slogan,Giữ rừng,Ban,20/11/2026", "id,kind,text,issuer,expiresAt").AssertValid().Warnings.AtLines());
    }

    private static ImmutableArray<Problem> Read(string body) =>
        ContentText.ReadArticle(
            ContentText.Article[
                ..ContentText.Article.IndexOf(Body, StringComparison.Ordinal)].Replace(
                    "title: Trồng mắc ca", "title: Tin", StringComparison.Ordinal) + body).AssertValid().Warnings;
}
