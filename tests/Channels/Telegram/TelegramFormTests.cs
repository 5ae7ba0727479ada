using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;

namespace Dissemination.Tests.Channels.Telegram;

public sealed class TelegramFormTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Markdown_becomes_text_with_entities_and_needs_no_escaping()
    {
        var post = await PostAsync(Posts.Article(
            """
            ## Kết quả

            Diện tích **40.000 ha**, *đến 2030* <b>không</b> & [chi tiết](https://dienbien.gov.vn/a?b=1&c=2).

            - một
            - hai
              1. hai một

            Gửi [văn phòng](mailto:vp@dienbien.gov.vn), [xấu](javascript:alert(1)), ![hình](https://x.example/h.png)
            """) with
        { Sample = true });

        Assert.Equal(
            """
            Mắc ca trên đất Búng Lao

            Kết quả

            Diện tích 40.000 ha, đến 2030 <b>không</b> & chi tiết.

            • một
            • hai
              1. hai một

            Gửi văn phòng (vp@dienbien.gov.vn), xấu, hình

            Ban Tuyên giáo và Dân vận Tỉnh ủy
            Bản mẫu
            https://tuyentruyen.example/r/a1b2c3
            """,
            post.Text);
        Assert.Equal(
            [
                ("bold", "Mắc ca trên đất Búng Lao", null),
                ("bold", "Kết quả", null),
                ("bold", "40.000 ha", null),
                ("italic", "đến 2030", null),
                ("text_link", "chi tiết", "https://dienbien.gov.vn/a?b=1&c=2"),
            ],
            post.Entities.OrderBy(entity => entity.Offset)
                .Select(entity => (entity.Type, post.Text.Substring(entity.Offset, entity.Length), entity.Url)));
        Assert.False(post.LinkPreview);
        Assert.Null(post.Photo);
    }

    [Fact]
    public async Task A_quote_names_who_said_it()
    {
        var post = await PostAsync(
            Posts.Article("Nói đi đôi với làm.", title: null) with { Kind = ItemKind.Quote, Speaker = "Bí thư Đảng ủy xã" });

        Assert.Equal("Nói đi đôi với làm.\n\n— Bí thư Đảng ủy xã\nBan Tuyên giáo và Dân vận Tỉnh ủy\n" + Posts.Link, post.Text);
    }

    [Fact]
    public async Task A_picture_whose_words_fit_a_caption_is_a_photo_with_its_bytes()
    {
        var post = await PostAsync(WithPicture(Posts.Article("Nội dung ngắn, **đậm**.")));

        Assert.Equal(Picture, post.Photo);
        Assert.StartsWith("Mắc ca trên đất Búng Lao\n\nNội dung ngắn", post.Text, StringComparison.Ordinal);
        Assert.Equal(2, post.Entities.Length);
    }

    [Fact]
    public async Task Words_that_do_not_fit_a_caption_go_without_the_picture()
    {
        var post = await PostAsync(WithPicture(Posts.Article(string.Join(' ', Enumerable.Repeat("dài", 500)))));

        Assert.Null(post.Photo);
        Assert.DoesNotContain("…", post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_poster_keeps_its_picture_and_loses_words()
    {
        var post = await PostAsync(
            WithPicture(Posts.Article(string.Join(' ', Enumerable.Repeat("dài", 500)))) with { Kind = ItemKind.Poster });

        Assert.Equal(Picture, post.Photo);
        Assert.InRange(post.Text.Length, 1000, 1024);
        Assert.EndsWith(Posts.Link, post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_article_is_shortened_at_a_paragraph_and_keeps_its_link()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("chữ", 100));
        var post = await PostAsync(Posts.Article(string.Join("\n\n", Enumerable.Repeat(paragraph, 20))));

        Assert.InRange(post.Text.Length, 3600, 4096);
        Assert.Contains("chữ\n…\n\nBan Tuyên giáo", post.Text, StringComparison.Ordinal);
        Assert.EndsWith(Posts.Link, post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_exactly_what_is_sent()
    {
        var article = Posts.Article("Một **đoạn**.");
        await using var telegram = await TelegramFixture.StartAsync(storage.Store, Cancellation);

        var post = await PostAsync(article);

        Assert.Equal(telegram.Channel.Render(article).Text, post.Text);
    }

    [Fact]
    public async Task A_picture_that_is_not_there_is_refused_before_anything_is_sent()
    {
        await using var telegram = await TelegramFixture.StartAsync(storage.Store, Cancellation);
        var post = Posts.Article("Nội dung") with { Pictures = [new("missing.png", "image/png", "Không có")] };

        var outcome = await telegram.Channel.SendAsync(new(post, Posts.Telegram(), TelegramFixture.Token), Cancellation);

        Assert.IsType<SendOutcome.Rejected>(outcome);
        Assert.Equal(0, telegram.Simulator.Calls);
    }

    private static Post WithPicture(Post post) => post with { Pictures = [new("anh.png", "image/png", "Đồi mắc ca")] };

    private async Task<TelegramPost> PostAsync(Post post)
    {
        await storage.Store.Container(Containers.Media).GetBlobClient("anh.png")
            .UploadAsync(new BinaryData(Picture), overwrite: true, Cancellation);
        await using var telegram = await TelegramFixture.StartAsync(storage.Store, Cancellation);
        var outcome = await telegram.Channel.SendAsync(new(post, Posts.Telegram(), TelegramFixture.Token), Cancellation);
        Assert.IsType<SendOutcome.Delivered>(outcome);
        return Assert.Single(telegram.Simulator.Posts);
    }
}
