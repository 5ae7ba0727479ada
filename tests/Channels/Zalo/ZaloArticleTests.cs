using Dissemination.Channels;
using Dissemination.Channels.Zalo;
using Dissemination.Tests.Channels.Rendering;
using FsCheck.Xunit;

namespace Dissemination.Tests.Channels.Zalo;

public sealed class ZaloArticleTests
{
    private static readonly ZaloOptions Options = new();

    [Fact]
    public void An_article_has_its_words_a_block_a_paragraph_and_names_issuer_sample_and_link()
    {
        var post = ZaloFixture.WithPicture(body: "Đoạn **một**.\n\nĐoạn [hai](https://a.example).") with
        {
            Sample = true,
            Speaker = "Bí thư",
        };

        var article = Of(post)!;

        Assert.Equal(
            ["Đoạn một.", "Đoạn hai (https://a.example).", "— Bí thư", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Bản mẫu", Posts.Link],
            article.Body.Select(block => block.Content));
        Assert.Equal("Ban Tuyên giáo và Dân vận Tỉnh ủy", article.Author);
        Assert.Equal("https://tuyentruyen.example/feeds/pictures/doi-mac-ca.png", article.Cover.PhotoUrl);
    }

    [Fact]
    public void Without_a_picture_there_is_no_article() => Assert.Null(Of(Posts.Article("Nội dung")));

    [Property(Arbitrary = [typeof(GeneratedTexts)], MaxTest = 200)]
    public void Title_and_description_fit_and_the_description_ends_with_the_link(Body body)
    {
        var post = ZaloFixture.WithPicture(title: body.Text, body: body.Text);

        var article = Of(post)!;

        Assert.InRange(article.Title.Length, 0, 140);
        Assert.InRange(article.Description.Length, Posts.Link.Length, 250);
        Assert.EndsWith(Posts.Link, article.Description, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', article.Title + article.Description);
    }

    [Fact]
    public void A_long_title_is_cut_at_a_word_and_never_inside_a_syllable()
    {
        var title = string.Join(' ', Enumerable.Repeat("ꪁꪫ꪿ꪱꪣ", 40));

        var cut = Of(ZaloFixture.WithPicture(title: title))!.Title;

        Assert.All(cut.TrimEnd('…').Split(' '), word => Assert.Equal("ꪁꪫ꪿ꪱꪣ", word));
        Assert.InRange(cut.Length, 130, 140);
    }

    [Theory]
    [InlineData("token:abc+/==@1795000000")]
    [InlineData("token:a@b@1795000000")]
    [InlineData("article:a0000001")]
    public void Progress_is_read_as_it_was_written(string text) => Assert.Equal(text, ZaloProgress.Parse(text)!.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("token:abc")]
    [InlineData("m1,m2")]
    public void What_is_no_progress_of_an_article_is_none(string? text) => Assert.Null(ZaloProgress.Parse(text));

    private static ZaloArticleBody? Of(Post post) => ZaloArticle.Of(post, Posts.Site.Base, Options);
}
