using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Intake;

/// <summary>How an item names its pictures.</summary>
public sealed class PicturesOfItemsTests
{
    private const string Body = "Bà con **trồng** mắc ca. Xem [trang tỉnh](https://example.vn).";

    [Fact]
    public void Front_matter_names_several_pictures_with_their_words()
    {
        var content = Content("""
            pictures:
              - file: khai-mac.jpg
                alt: Hội trường
                caption: Phiên khai mạc
              - file: to-roi.png
                alt: Tờ rơi
                words: Giữ rừng là giữ nước
            """);
        Assert.Equal(
            [new("items/khai-mac.jpg", "Hội trường", "Phiên khai mạc"), new("items/to-roi.png", "Tờ rơi", null, "Giữ rừng là giữ nước")],
            content.Pictures);
        Assert.Equal("Hội trường\nPhiên khai mạc\nTờ rơi\nGiữ rừng là giữ nước", content.Text.Pictures);
    }

    [Fact]
    public void One_picture_is_stored_as_it_always_was()
    {
        var content = Content("picture: anh.png\npictureAlt: Đồi mắc ca");
        var stored = System.Text.Encoding.UTF8.GetString(
            ReadableJson.Write(content with { Text = content.Text with { Pictures = null } }, ContentJson.Default.ItemContent).Span);
        Assert.Contains("\"picture\":\"items/anh.png\",\"pictureAlt\":\"Đồi mắc ca\"", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("album", stored, StringComparison.Ordinal);
        Assert.Equal(ContentHash.Of(content), ContentHash.Of(content with { Text = content.Text with { Pictures = null } }));
    }

    [Fact]
    public void Pictures_on_lines_of_their_own_in_the_text_go_with_it_and_the_words_stay()
    {
        var content = Content(
            "picture: anh.png\npictureAlt: Đồi",
            $"![Hội *trường*](hoi%20truong.jpg \"Phiên khai mạc\")\n\nĐoạn một.\n\n![Nương](nuong.jpg)\n![Suối](suoi.jpg)\n\n- Điểm một\n- Điểm hai\n\n![Cuối](cuoi.webp)");
        Assert.Equal("Đoạn một.\n\n- Điểm một\n- Điểm hai", content.Text.Body);
        Assert.Equal(
            ["items/anh.png", "items/hoi truong.jpg", "items/nuong.jpg", "items/suoi.jpg", "items/cuoi.webp"],
            content.Pictures.Select(picture => picture.File));
        Assert.Equal(("Hội trường", "Phiên khai mạc"), (content.Pictures[1].Alt, content.Pictures[1].Caption));
    }

    [Theory]
    [InlineData("Dòng một:\n![Nương](nuong.jpg)", "Dòng một:")]
    [InlineData("![Nương](nuong.jpg)\nDòng một", "Dòng một")]
    [InlineData("Dòng một  \n ![Nương](nuong.jpg)  \n    thụt 3*4*5", "Dòng một  \n    thụt 3*4*5")]
    [InlineData("Dòng một\n![Nương](nuong.jpg) ![Suối](suoi.jpg)\n\nĐoạn hai", "Dòng một\n\nĐoạn hai")]
    [InlineData("Đoạn một\n\n![Nương](nuong.jpg)\nDòng\n![Suối](suoi.jpg)\n7. Bảy", "Đoạn một\n\nDòng\n7. Bảy")]
    [InlineData("## Đầu mục\n![Nương](nuong.jpg)\n\nĐoạn", "## Đầu mục\n\nĐoạn")]
    [InlineData("- Điểm một\n![Nương](nuong.jpg)\n- Điểm hai", "- Điểm một\n- Điểm hai")]
    public void A_picture_that_has_its_line_alone_is_taken_and_the_lines_around_it_stay_letter_by_letter(string body, string words)
    {
        var content = Content("overflow: shorten", body);
        Assert.Equal(words, content.Text.Body);
        Assert.Equal(
            body.Contains("Suối", StringComparison.Ordinal) ? ["Nương", "Suối"] : ["Nương"],
            content.Pictures.Select(picture => picture.Alt));
    }

    [Fact]
    public void Of_pictures_on_lines_and_in_a_sentence_only_the_one_in_the_sentence_is_told() =>
        Read("overflow: shorten", "Chữ\n![Nương](nuong.jpg)\nbấm ![nút](nut.png)\n![Suối](suoi.jpg)")
            .AssertOne(nameof(ProblemTexts.PictureInText), 18);

    [Theory]
    [InlineData("Bấm ![nút](nut.png) để gửi.", nameof(ProblemTexts.PictureInText))]
    [InlineData("Bấm\n![nút](nut.png) để gửi.", nameof(ProblemTexts.PictureInText))]
    [InlineData("**Bấm\n![nút](nut.png)\nđể gửi.**", nameof(ProblemTexts.PictureInText))]
    [InlineData("- ![nút](nut.png)", nameof(ProblemTexts.PictureInText))]
    [InlineData("- Bấm\n  ![nút](nut.png)", nameof(ProblemTexts.PictureInText))]
    [InlineData("Chữ.\n\n![](nut.png)", nameof(ProblemTexts.PictureWithoutAlt))]
    [InlineData("Chữ.\n\n![nút](https://example.vn/nut.png)", nameof(ProblemTexts.PictureNotBeside))]
    [InlineData("Chữ.\n\n![nút](../nut.png)", nameof(ProblemTexts.PictureNotBeside))]
    [InlineData("![nút](nut.png)", nameof(ProblemTexts.TextEmpty))]
    public void A_picture_that_cannot_be_taken_out_of_the_text_is_told(string body, string code) =>
        Assert.Equal(code, Assert.Single(Read("overflow: shorten", body).Problems).Code);

    [Fact]
    public void The_line_of_a_picture_in_the_text_is_told() =>
        Read("overflow: shorten", "Chữ.\n\nChữ.\n\n![nút](nut.txt)").AssertOne(nameof(ProblemTexts.PictureNotBeside), 20);

    [Fact]
    public void A_text_without_pictures_stays_letter_by_letter()
    {
        const string Odd = "Ba!\n\n [x] ![ chưa xong\n\n7. Bảy\n\tthụt";
        Assert.Equal(Odd, Content("overflow: shorten", Odd).Text.Body);
    }

    [Fact]
    public void An_item_has_ten_pictures_at_most()
    {
        Assert.Equal(10, Content(List(10)).Pictures.Length);
        Assert.Equal(
            (nameof(ProblemTexts.TooManyPictures), "11"),
            Assert.Single(Read(List(11)).Problems) is var problem ? (problem.Code, problem.Arguments[0]) : default);
    }

    [Theory]
    [InlineData("pictures:\n  - file: a.png", nameof(ProblemTexts.RequiredKeyMissing))]
    [InlineData("pictures:\n  - alt: Đồi", nameof(ProblemTexts.RequiredKeyMissing))]
    [InlineData("pictures:\n  - { file: a.png, alt: Đồi, size: to }", nameof(ProblemTexts.KeyUnknown))]
    [InlineData("pictures: [a.png]", nameof(ProblemTexts.ValueNotGroup))]
    [InlineData("pictures: a.png", nameof(ProblemTexts.ValueNotList))]
    [InlineData("pictures:\n  - { file: a.png, alt: Đồi }\n  - { file: a.png, alt: Nương }", nameof(ProblemTexts.ListedTwice))]
    [InlineData("pictures:\n  - { file: b/a.png, alt: Đồi }", nameof(ProblemTexts.PictureNotBeside))]
    public void What_is_wrong_with_a_list_of_pictures_is_told(string frontMatter, string code) =>
        Assert.Equal(code, Assert.Single(Read(frontMatter).Problems).Code);

    [Fact]
    public void A_poster_may_name_its_pictures_in_a_list_and_needs_one()
    {
        Assert.Equal(2, Content("kind: poster\n" + List(2)).Pictures.Length);
        Read("kind: poster").AssertOne(nameof(ProblemTexts.RequiredKeyMissing), 2, "picture");
    }

    [Fact]
    public void A_row_of_a_sheet_gives_its_picture_a_caption()
    {
        var item = ContentText.ReadSheet(
            "a,slogan,Giữ rừng,Ban,anh.png,Rừng,Rừng Mường Phăng",
            "id,kind,text,issuer,picture,pictureAlt,pictureCaption").AssertValid().Items.Single();
        Assert.Equal([new("items/anh.png", "Rừng", "Rừng Mường Phăng")], item.Content.Pictures);
    }

    [Fact]
    public void A_supplied_translation_brings_the_words_of_the_pictures_in_its_language()
    {
        var read = SuppliedTranslationReader.Read(
            "items/a.blt-Tavt.md", "---\ntitle: ꪹꪚꪙ\npicture: anh.png\npictureAlt: ꪀꪱ\n---\nꪵꪀ\n\n![ꪣꪱ](hai.png \"ꪙꪱ\")".Utf8())
                .AssertValid();
        Assert.Equal(("ꪵꪀ", "ꪀꪱ\nꪣꪱ\nꪙꪱ"), (read.Text.Body, read.Text.Pictures));
    }

    private static string List(int count) =>
        "pictures:\n" + string.Concat(
            Enumerable.Range(0, count).Select(number => $"  - {{ file: anh-{number}.png, alt: Ảnh {number} }}\n")).TrimEnd();

    private static Parsed<ReadItems> Read(string frontMatter, string body = Body) =>
        ContentText.ReadArticle(
            ContentText.Article.Replace("sample: true", frontMatter, StringComparison.Ordinal)
                .Replace(Body, body, StringComparison.Ordinal));

    private static ItemContent Content(string frontMatter, string body = Body) =>
        Read(frontMatter, body).AssertValid().Items.Single().Content;
}
