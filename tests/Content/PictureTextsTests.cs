using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Translation.Segments;

using FsCheck.Xunit;

namespace Dissemination.Tests.Content;

public sealed class PictureTextsTests
{
    private static readonly ImmutableArray<ItemPicture> TwoPictures =
    [
        new("a.png", "Hội trường", "Phiên khai mạc. Sáng 20/11."),
        new("b.png", "Tờ rơi", null, "Giữ rừng\nlà giữ nước"),
    ];

    [Fact]
    public void Translated_words_take_the_places_of_the_originals() =>
        Assert.Equal(
            [new("a.png", "1", "2"), new("b.png", "3", null, "4\n5")],
            PictureTexts.Translated(TwoPictures, "1\n2\n3\n4\n5"));

    [Fact]
    public void A_line_that_is_not_translated_stays_Vietnamese() =>
        Assert.Equal(["1", "Tờ rơi"], PictureTexts.Translated(TwoPictures, "1\n2\n\n4\n5").Select(picture => picture.Alt));

    [Theory]
    [InlineData(null)]
    [InlineData("1\n2")]
    [InlineData("1\n2\n3\n4\n5\n6")]
    public void Words_that_do_not_stand_line_by_line_are_not_given_to_the_wrong_pictures(string? words) =>
        Assert.Equal(TwoPictures, PictureTexts.Translated(TwoPictures, words));

    [Fact]
    public void Each_line_is_translated_by_itself_and_sentences_are_segments()
    {
        var source = SegmentedText.Of(new VersionText("Tên", null, "Nội dung.") { Pictures = PictureTexts.Of(TwoPictures) });
        Assert.Equal(
            ["Hội trường", "Phiên khai mạc.", "Sáng 20/11.", "Tờ rơi", "Giữ rừng", "là giữ nước"],
            source.Segments.Where(segment => segment.Part is Dissemination.Translation.Segments.TextPart.Pictures)
                .Select(segment => segment.Text));
    }

    [Theory]
    [InlineData("\n2. 3.\n4\n5\n6", "Hội trường")]
    [InlineData("1\n2. 3.\n4\n5\n", "là giữ nước")]
    [InlineData("1\n\n4\n5\n6", "Phiên khai mạc. Sáng 20/11.")]
    public void A_line_without_words_is_open_and_moves_none_of_the_others(string words, string open)
    {
        var source = SegmentedText.Of(new VersionText("Tên", null, "Nội dung.") { Pictures = PictureTexts.Of(TwoPictures) });
        var text = new VersionText("1", null, "2") { Pictures = words };
        var aligned = Alignment.Of(source, text);

        var missing = Assert.Single(aligned, segment => segment.Target is null);
        Assert.Equal(missing.Count, SegmentedPart.Of(missing.Part, open).Segments.Length);
        Assert.DoesNotContain(aligned, segment => segment.IsWholePart);
        Assert.Equal(text, Alignment.Compose(source, aligned));
    }

    [Property]
    public bool Cut_into_segments_and_put_together_they_are_the_same(string[] alts)
    {
        ImmutableArray<ItemPicture> pictures = [.. alts.Select((alt, at) => new ItemPicture($"{at}.png", alt ?? ""))];
        var text = new VersionText("Tên", null, "Nội dung.") { Pictures = PictureTexts.Of(pictures) };
        var source = SegmentedText.Of(text);
        return Alignment.Compose(source, Alignment.Of(source, text)) == text with
        {
            Pictures = string.IsNullOrWhiteSpace(text.Pictures) ? null : text.Pictures,
        };
    }
}
