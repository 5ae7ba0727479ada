using Dissemination.Channels;
using Dissemination.Channels.Telegram;
using Dissemination.Content;
using Xunit;

namespace Dissemination.Tests.Channels.Telegram;

public sealed class TelegramPartsOfPosts
{
    private static readonly PostPicture Photo = new("anh.png", "image/png", "Đồi mắc ca");
    private static readonly PostPicture Card = new("card-1.png", "image/png", "Mắc ca", IsCard: true);

    /// <summary>Too long for a caption, and for a message where it says so.</summary>
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("dài", 500));
    private static readonly string VeryLong = string.Join(' ', Enumerable.Repeat("dài", 2000));

    [Theory]
    [InlineData(nameof(Overflow.Shorten))]
    [InlineData(nameof(Overflow.Split))]
    [InlineData(nameof(Overflow.Refuse))]
    public void Words_that_fit_a_caption_go_with_all_pictures(string overflow)
    {
        var part = Assert.Single(Of("Ngắn, **đậm**.", Enum.Parse<Overflow>(overflow), Card, Photo).Parts);

        Assert.Equal([Card, Photo], part.Pictures);
        Assert.Equal(2, part.Spans.Length);
    }

    [Fact]
    public void A_card_is_never_left_out()
    {
        foreach (var overflow in Enum.GetValues<Overflow>())
        {
            Assert.All((string[])[Long, "ngắn"], body => Assert.Contains(Card, Of(body, overflow, Card, Photo).Parts[0].Pictures));
        }

        var part = Assert.Single(Of(VeryLong, Overflow.Shorten, Card).Parts);
        Assert.InRange(part.Text.Length, 1000, 1024);
    }

    [Fact]
    public void A_shortened_article_keeps_its_words_rather_than_its_illustration()
    {
        var rendered = Of(Long, Overflow.Shorten, Photo);

        Assert.Empty(Assert.Single(rendered.Parts).Pictures);
        Assert.False(rendered.Shortened);
    }

    [Fact]
    public void A_split_article_has_its_pictures_on_the_first_part_and_loses_nothing()
    {
        var rendered = Of(VeryLong, Overflow.Split, Photo);

        Assert.Equal(3, rendered.Parts.Length);
        Assert.Equal([Photo], rendered.Parts[0].Pictures);
        Assert.InRange(rendered.Parts[0].Text.Length, 900, 1024);
        Assert.InRange(rendered.Parts[1].Text.Length, 3900, 4096);
        Assert.Empty(rendered.Parts[1].Pictures);
        Assert.Equal(2000, rendered.Text.Split([' ', '\n']).Count(word => word == "dài"));
        Assert.False(rendered.Shortened);
    }

    [Fact]
    public void Words_that_must_not_be_cut_follow_their_pictures_in_a_message_of_their_own()
    {
        var rendered = Of(Long, Overflow.Refuse, Card);

        Assert.Equal(["Ban Tuyên giáo và Dân vận Tỉnh ủy"], rendered.Parts.Take(1).Select(part => part.Text));
        Assert.Equal([Card], rendered.Parts[0].Pictures);
        Assert.EndsWith(Posts.Link, rendered.Parts[1].Text, StringComparison.Ordinal);
        Assert.Null(rendered.Refusal);
    }

    [Fact]
    public void Words_that_no_message_takes_and_nobody_may_cut_are_refused()
    {
        var rendered = Of(VeryLong, Overflow.Refuse, Card);

        Assert.Empty(rendered.Parts);
        Assert.Equal(("TextOverLimit", "4096"), (rendered.Refusal!.Code, rendered.Refusal.Arguments[2]));
    }

    private static RenderedPost Of(string body, Overflow overflow, params PostPicture[] pictures) =>
        Dissemination.Channels.Telegram.TelegramParts.Of(Posts.Article(body) with { Overflow = overflow, Pictures = [.. pictures] });
}
