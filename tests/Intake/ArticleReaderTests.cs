using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Tests.Problems;
using FsCheck.Xunit;

namespace Dissemination.Tests.Intake;

public sealed class ArticleReaderTests
{
    [Fact]
    public void A_good_article_is_read_as_it_is_written()
    {
        var content = ContentText.ArticleContent();

        Assert.Equal((new ItemId("trong-mac-ca"), ItemKind.Article), (content.Id, content.Kind));
        Assert.Equal(
            ("Trồng mắc ca", null, "Bà con **trồng** mắc ca. Xem [trang tỉnh](https://example.vn)."),
            (content.Text.Title, content.Text.Summary, content.Text.Body));
        Assert.Equal([new CommuneId("bung-lao")], content.Communes);
        Assert.Equal(["macadamia"], content.Topics);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 0, 30, 0, TimeSpan.Zero), content.PublishAt);
        Assert.Equal(new DateTimeOffset(2027, 12, 31, 17, 0, 0, TimeSpan.Zero), content.ExpiresAt);
        Assert.Equal(new ApprovalClaim(new("lanh-dao-ban"), "MẪU-01", new(2026, 11, 18)), content.Claim);
        Assert.True(content.Sample);
    }

    [Theory]
    [InlineData("sample: true", nameof(Overflow.Shorten))]
    [InlineData("overflow: shorten", nameof(Overflow.Shorten))]
    [InlineData("overflow: split", nameof(Overflow.Split))]
    [InlineData("overflow: refuse", nameof(Overflow.Refuse))]
    public void An_article_says_what_becomes_of_it_where_there_is_less_room(string line, string overflow) =>
        Assert.Equal(
            overflow,
            ContentText.ArticleContent(ContentText.Article.Replace("sample: true", line, StringComparison.Ordinal)).Overflow.ToString());

    [Fact]
    public void What_was_stored_before_it_could_say_so_has_the_same_hash()
    {
        var content = ContentText.ArticleContent();

        Assert.DoesNotContain(
            "overflow",
            System.Text.Encoding.UTF8.GetString(Dissemination.Storage.ReadableJson.Write(content, ContentJson.Default.ItemContent).Span),
            StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(ContentHash.Of(content), ContentHash.Of(content with { Overflow = Overflow.Split }));
    }

    /// <summary>Each replaces one line of the good article by another.</summary>
    [Theory]
    [InlineData("title: Trồng mắc ca", "title:", "RequiredKeyMissing", 2, "title")]
    [InlineData("title: Trồng mắc ca", "title: [a, b]", "ValueNotText", 2, "title")]
    [InlineData("title: Trồng mắc ca", "title: a: b", "YamlBroken", 2, null)]
    [InlineData("title: Trồng mắc ca", "title: &a x", null, 2, null)]
    [InlineData("title: Trồng mắc ca", "title: *a", "YamlRefused", 2, "title")]
    [InlineData("topics: [macadamia]", "topics: [macadamia, mac-ka]", "UnknownTopic", 5, "topics")]
    [InlineData("topics: [macadamia]", "topics: [macadamia, macadamia]", "ListedTwice", 5, "topics")]
    [InlineData("topics: [macadamia]", "topics:\n  - macadamia\n  - tea", "UnknownTopic", 7, "topics")]
    [InlineData("resolution: dien-bien-2025-2030", "summary: x", "TopicsWithoutResolution", 5, "topics")]
    [InlineData("resolution: dien-bien-2025-2030", "resolution: son-la", "ResolutionNotThere", 4, "resolution")]
    [InlineData("communes: [bung-lao]", "communes: [bung-lau]", "UnknownCommune", 6, "communes")]
    [InlineData("publishAt: 2026-11-20 07:30", "publishAt: 20/13/2026", "NotATime", 7, "publishAt")]
    [InlineData("publishAt: 2026-11-20 07:30", "publishAt: 0001-01-01", "NotATime", 7, "publishAt")]
    [InlineData("expiresAt: 2027-12-31", "expiresAt: 2026-11-01", "ExpiresBeforePublished", 8, "expiresAt")]
    [InlineData("sample: true", "sample: yes", "NotAChoice", 9, "sample")]
    [InlineData("sample: true", "author: x", "KeyUnknown", 9, "author")]
    [InlineData("sample: true", "title: again", "KeyTwice", 9, "title")]
    [InlineData("sample: true", "overflow: cut", "NotAChoice", 9, "overflow")]
    [InlineData("sample: true", "kind: slogan", "NotAChoice", 9, "kind")]
    [InlineData("sample: true", "kind: poster", "RequiredKeyMissing", 2, "picture")]
    [InlineData("sample: true", "picture: anh.png", "RequiredKeyMissing", 2, "pictureAlt")]
    [InlineData("sample: true", "pictureAlt: x\npicture: ../anh.png", "PictureNotBeside", 10, "picture")]
    [InlineData("sample: true", "pictureAlt: x\npicture: anh.txt", "PictureNotBeside", 10, "picture")]
    [InlineData("  by: lanh-dao-ban", "  by: can-bo", "NotAnApprover", 11, "approval.by")]
    [InlineData("  document: MẪU-01", "  document:", "RequiredKeyMissing", 12, "approval.document")]
    [InlineData("  document: MẪU-01", "  document: x\n  paper: y", "KeyUnknown", 13, "approval.paper")]
    [InlineData("  date: 2026-11-18", "  date: 2026-31-11", "NotADate", 13, "approval.date")]
    [InlineData("Bà con", "Một\n\n<!-- hai -->\n", "HiddenRemark", 18, null)]
    [InlineData("Bà con", "Một\nhai [mã](javascript:alert(1))", "LinkRefused", 17, null)]
    [InlineData("Bà con", "[trang](/gioi-thieu)", "LinkRefused", 16, null)]
    [InlineData("Bà con", "Xem ![ảnh](a.png)", "PictureInText", 16, null)]
    [InlineData("Bà con", "Bà\u0007 con", "ControlCharacter", 16, null)]
    public void A_problem_is_reported_with_its_line(string line, string instead, string? code, int at, string? field)
    {
        var read = ContentText.ReadArticle(ContentText.Article.Replace(line, instead, StringComparison.Ordinal));
        if (code is not null)
        {
            read.AssertOne(code, at, field);
        }
        else
        {
            Assert.All(read.Problems, problem => Assert.Equal(at, problem.Place!.Line));
        }
    }

    [Theory]
    [InlineData("Không có phần đầu", "FrontMatterMissing", 1)]
    [InlineData("---\ntitle: a", "FrontMatterNotClosed", 1)]
    [InlineData("---\n- a\n- b\n---\nBài", "YamlNotKeys", 2)]
    [InlineData("---\ntitle: a\nissuer: b\n---\n\n", "TextEmpty", 4)]
    [InlineData("", "FileEmpty", null)]
    public void A_file_without_its_parts_is_refused(string text, string code, int? line) =>
        ContentText.ReadArticle(text).AssertOne(code, line);

    [Fact]
    public void All_problems_come_at_once() =>
        Assert.Equal(
            ["NotAChoice:2", "RequiredKeyMissing:2", "KeyUnknown:3", "UnknownTopic:5", "UnknownCommune:6", "ExpiresBeforePublished:8", "NotAnApprover:11", "NotADate:12", "LinkRefused:16"],
            ContentText.ReadArticle("""
                ---
                kind: bai-viet
                author: ai đó
                resolution: dien-bien-2025-2030
                topics: [macadamia, mac-ka]
                communes: [bung-lau]
                publishAt: 2026-11-20 07:30
                expiresAt: 2026-11-01 00:00
                title: Bài hỏng
                approval:
                  by: nguoi-la
                  date: 2026-31-11
                  document: x
                ---

                Mã: [chạy](javascript:alert(1)).
                """).Problems.AtLines());

    [Fact]
    public void A_file_name_that_is_no_id_is_reported() =>
        ContentText.ReadArticle(ContentText.Article, "items/Bài 1.md").AssertOne(nameof(ProblemTexts.FileNameIsNoId), null);

    [Fact]
    public void A_text_beyond_its_limit_is_refused() =>
        ContentText.ReadArticle(ContentText.Article + new string('a', 100_000)).AssertOne(nameof(ProblemTexts.TextTooLong), 16);

    [Fact]
    public void A_picture_is_looked_for_beside_the_file() =>
        Assert.Equal(
            "items/anh.png",
            ContentText.ArticleContent(
                ContentText.Article.Replace("sample: true", "picture: anh.png\npictureAlt: Đồi mắc ca", StringComparison.Ordinal)).Picture);

    [Theory]
    [InlineData('[')]
    [InlineData('>')]
    [InlineData('{')]
    [InlineData('-')]
    public void Nesting_without_end_is_refused_and_breaks_nothing(char character)
    {
        var deep = string.Concat(Enumerable.Repeat($"{character} ", 20_000));
        Assert.NotNull(ContentText.ReadArticle(ContentText.Article + "\n\n" + deep));
        Assert.False(ContentText.ReadArticle($"---\ntitle: {deep}\n---\nBài").IsValid);
    }

    [Property]
    public bool Any_bytes_are_an_article_or_problems(byte[] bytes) =>
        ArticleReader.Read("items/a.md", bytes, ContentText.Known) is { IsValid: true } or { Problems.IsEmpty: false };

    [Property]
    public bool Any_front_matter_is_an_article_or_problems(string? front, string? body) =>
        ContentText.ReadArticle($"---\n{front}\n---\n{body}") is { IsValid: true } or { Problems.IsEmpty: false };
}
