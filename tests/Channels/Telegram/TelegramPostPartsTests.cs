using Dissemination.Channels;
using Dissemination.Content;

namespace Dissemination.Tests.Channels.Telegram;

public sealed class TelegramPostPartsTests
{
    private static readonly PostPicture Photo = new("anh.png", "image/png", "Đồi mắc ca");
    private static readonly PostPicture Other = new("anh-2.png", "image/png", "Nương lúa");
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
    public void An_album_comes_before_words_that_are_too_long_for_its_caption()
    {
        var rendered = Of(Long, Overflow.Shorten, Photo, Other);

        Assert.Equal([Photo, Other], rendered.Parts[0].Pictures);
        Assert.Equal("Ban Tuyên giáo và Dân vận Tỉnh ủy", rendered.Parts[0].Text);
        Assert.Equal(500, rendered.Parts[1].Text.Split([' ', '\n']).Count(word => word == "dài"));
        Assert.False(rendered.Shortened);
    }

    [Fact]
    public void Captions_stand_below_the_words_with_the_numbers_of_their_pictures()
    {
        var alone = Assert.Single(Of("Ngắn.", Overflow.Shorten, Photo with { Caption = "Đồi mắc ca ở Mường Ảng" }).Parts);
        var several = Assert.Single(
            Of("Ngắn.", Overflow.Shorten, Card, Photo with { Caption = "Đồi" }, Other, Other with { Caption = "Nương" }).Parts);

        Assert.Contains("Ngắn.\n\nĐồi mắc ca ở Mường Ảng\n\n", alone.Text, StringComparison.Ordinal);
        Assert.Contains("Ngắn.\n\n(1) Đồi\n(3) Nương\n\n", several.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_album_does_not_hold_follows_in_a_message_with_the_issuer()
    {
        var rendered = Of("Ngắn.", Overflow.Shorten, [Card, .. Enumerable.Repeat(Photo, 10)]);

        Assert.Equal([10, 1], rendered.Parts.Select(part => part.Pictures.Length));
        Assert.Equal("Ban Tuyên giáo và Dân vận Tỉnh ủy", rendered.Parts[1].Text);
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
