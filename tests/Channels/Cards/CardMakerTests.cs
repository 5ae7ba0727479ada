using System.Globalization;
using Dissemination.Channels.Cards;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Problems;
using SkiaSharp;

namespace Dissemination.Tests.Channels.Cards;

public sealed class CardMakerTests
{
    /// <summary>Letters may swing out a little over the room that they take.</summary>
    private const int Swing = 24;

    private static readonly string[] Words = ["Giữ", "rừng", "là", "giữ", "nước", "ꪎꪱ", "ꪙꪾ", "ꪹꪜꪸꪙ", "jôngr", "nhuôs", "40.000", "56,42%"];

    public static TheoryData<string> SampleTexts =>
    [
        .. System.IO.Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "content", "items"), "*.md")
            .Concat(System.IO.Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "content", "items"), "*.csv"))
            .Select(file => Path.GetFileName(file)),
    ];

    [Theory]
    [MemberData(nameof(SampleTexts))]
    public void Every_character_of_the_sample_is_in_the_font(string file)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "content", "items", file));

        Assert.All((CardFont[])[CardFonts.Regular, CardFonts.Bold], font => Assert.Null(font.Words(text).Problem));
    }

    [Fact]
    public void The_same_card_is_the_same_picture_and_another_another()
    {
        var first = CardMaker.Make(CardText.Slogan(CardText.Thai)).Value!;

        Assert.Equal(first, CardMaker.Make(CardText.Slogan(CardText.Thai)).Value);
        Assert.NotEqual(first, CardMaker.Make(CardText.Slogan(CardText.Thai + " ꪎꪱ")).Value);
        Assert.Equal(
            (DrawnPicture.Png, 1080, 1080),
            PictureReader.Read("card.png", first).Value is var card ? (card!.ContentType, card.Width, card.Height) : default);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(25)]
    [InlineData(60)]
    [InlineData(2000)]
    public void Every_line_lies_within_the_margins_and_none_on_another(int count)
    {
        foreach (var card in Cards(count))
        {
            var composed = CardComposer.Compose(card);
            if (composed.Problem is { } problem)
            {
                Assert.Equal((nameof(ProblemTexts.CardTextTooLong), true), (problem.Code, card.Headline is null && count > 60));
                continue;
            }

            var layout = composed.Value!;
            Assert.All(layout.Lines, line =>
            {
                Assert.InRange(line.Left, CardLayout.Margin, CardLayout.Margin);
                Assert.InRange(line.Left + line.Width, CardLayout.Margin, layout.Width - CardLayout.Margin + 0.1f);
                Assert.InRange(line.Baseline, CardLayout.Margin, layout.Height - CardLayout.Margin);
            });
            Assert.All(
                layout.Bars, bar => Assert.True(bar.Left >= CardLayout.Margin && bar.Left + bar.Width <= layout.Width - CardLayout.Margin));
            // The opening mark of a quote is only the upper part of its line.
            var baselines = layout.Lines.Where(line => Written(line) != "“").OrderBy(line => line.Baseline).ToList();
            Assert.All(
                baselines.Zip(baselines.Skip(1)),
                pair => Assert.True(pair.Second.Baseline - pair.First.Baseline >= Math.Min(pair.First.Size, pair.Second.Size)));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Nothing_is_drawn_outside_the_margins_and_something_within(int count)
    {
        foreach (var card in Cards(count))
        {
            using var bitmap = SKBitmap.Decode(CardMaker.Make(card).Value!);
            var background = new SKColor(0xFF000000 | CardColours.Of(card.Kind).Background);
            var edge = CardLayout.Margin - Swing;
            var drawn = 0;
            foreach (var (at, pixel) in bitmap.Pixels.Index())
            {
                if (pixel != background)
                {
                    var (y, x) = Math.DivRem(at, bitmap.Width);
                    drawn++;
                    Assert.True(x >= edge && x < bitmap.Width - edge && y >= edge && y < bitmap.Height - edge, $"{card.Kind}: {x}, {y}");
                }
            }

            Assert.InRange(drawn, 5_000, bitmap.Width * bitmap.Height / 3);
        }
    }

    [Fact]
    public void The_last_word_of_a_slogan_does_not_stand_alone()
    {
        var layout = CardComposer.Compose(CardText.Slogan("Giữ rừng là giữ nước cho bản, cho con cháu mai sau này nữa")).Value!;

        var slogan = layout.Lines.GroupBy(line => line.Size).MaxBy(lines => lines.Key)!.ToList();
        Assert.True(slogan.Count > 1);
        Assert.True(slogan[^1].Words.Length > 1);
        Assert.True(slogan.Min(line => line.Width) > slogan.Max(line => line.Width) / 2);
    }

    [Fact]
    public void An_article_without_a_headline_has_a_card_too()
    {
        var card = CardText.Article("", CardText.Thai) with { Headline = null };

        Assert.NotEmpty(CardComposer.Compose(card).Value!.Lines);
        Assert.Equal(0, CardComposer.Compose(card).Value!.WordsLeftOut);
    }

    [Fact]
    public void Words_for_which_there_is_no_room_are_counted()
    {
        var layout = CardComposer.Compose(CardText.Article("Giữ rừng", string.Join(' ', Enumerable.Repeat("rừng", 2000)))).Value!;

        Assert.InRange(layout.WordsLeftOut, 1000, 1999);
    }

    [Fact]
    public void Ink_that_swings_out_does_not_reach_the_next_word()
    {
        var line = CardComposer.Compose(CardText.Slogan("ꪜꪲ ꪻꪬ")).Value!.Lines.MaxBy(line => line.Size)!;

        Assert.True(line.Words[0].Word.Overhang > 0);
        Assert.True(line.Words[0].Right < line.Words[1].Left);
    }

    [Fact]
    public void A_short_slogan_is_written_larger_than_a_long_one() =>
        Assert.True(
            Largest(CardText.Slogan("Giữ rừng!")) > Largest(
                CardText.Slogan(string.Join(' ', Enumerable.Repeat("Giữ rừng là giữ nước.", 8)))));

    [Fact]
    public void A_long_text_ends_with_an_ellipsis_behind_a_whole_word()
    {
        var layout = CardComposer.Compose(
            CardText.Article(CardText.Thai, Enumerable.Repeat(string.Join(' ', Enumerable.Repeat(CardText.Thai, 5)), 30))).Value!;

        var written = layout.Lines.Select(line => Written(line)).ToList();
        var last = written.Single(line => line.EndsWith('…'));
        Assert.Contains(last.Split(' ')[^1].TrimEnd('…'), CardText.Thai.TrimEnd('.').Split(' '));
        Assert.Equal(36, layout.Lines[written.IndexOf(last)].Size);
    }

    [Theory]
    [InlineData("Rừng 👍 xanh", "👍", "U+1F44D")]
    [InlineData("ก ไทย", "ก", "U+0E01")]
    [InlineData("\uE0A1 chữ cũ", "\uE0A1", "U+E0A1")]
    [InlineData("漢", "漢", "U+6F22")]
    public void A_character_that_the_font_does_not_have_is_named_and_never_drawn_as_a_box(string text, string character, string code)
    {
        foreach (var card in (Card[])[
            CardText.Slogan(text),
            CardText.Quote("Lời", text),
            CardText.Article(text, "a"),
            CardText.Article("a", text),
            CardText.Slogan("a") with { Issuer = text }])
        {
            var problem = CardMaker.Make(card).Problem!;

            Assert.Equal(nameof(ProblemTexts.GlyphMissing), problem.Code);
            Assert.Equal([character, code], problem.Arguments);
            Assert.Contains(code, problem.Text(CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Zero_width_spaces_break_lines_and_joiners_draw_nothing()
    {
        var words = CardFonts.Regular.Words("ꪎꪱ\u200bꪚꪱꪙ a\u200db\u00adc\ufe0f").Value!;

        Assert.Equal(["ꪎꪱ", "ꪚꪱꪙ", "a\u200db\u00adc\ufe0f"], words.Select(word => word.Text));
        Assert.Equal([false, false, true], words.Select(word => word.SpaceBefore));
        Assert.Equal(CardFonts.Regular.Word("abc", spaceBefore: true).Value!.Width, words[2].Width);
    }

    [Fact]
    public void Letters_with_marks_of_their_own_are_drawn_as_the_composed_ones()
    {
        var slogan = CardText.Version(ItemKind.Slogan, new(null, null, "Tie\u0302\u0301ng Vie\u0323\u0302t"));

        Assert.Equal("Tiếng Việt", slogan.Card!.Text[0].Text);
    }

    [Fact]
    public void A_word_that_is_wider_than_a_card_is_broken_unless_it_is_Tai_Viet()
    {
        Assert.Null(CardMaker.Make(CardText.Article("Trang", "https://dienbien.example/" + new string('a', 200))).Problem);
        Assert.Equal(
            nameof(ProblemTexts.CardTextTooLong),
            CardMaker.Make(CardText.Article("Trang", string.Concat(Enumerable.Repeat("ꪎꪱ", 60)))).Problem!.Code);
    }

    [Fact]
    public void Every_colour_stands_out_from_its_background() =>
        Assert.All((CardColours[])[CardColours.Slogan, CardColours.Page], colours =>
        {
            Assert.True(Contrast(colours.Ink, colours.Background) >= 7);
            Assert.True(Contrast(colours.Soft, colours.Background) >= 7);
            Assert.True(Contrast(colours.Accent, colours.Background) >= 4.5);
        });

    private static IEnumerable<Card> Cards(int count)
    {
        var text = string.Join(' ', Enumerable.Range(0, count).Select(at => Words[at % Words.Length]));
        return [
            CardText.Slogan(text),
            CardText.Quote(text),
            CardText.Article("Giữ rừng là giữ nước cho bản", text, text),
            CardText.Article(CardText.Thai, CardText.Thai, text)];
    }

    private static string Written(CardLine line) => string.Join(' ', line.Words.Select(word => word.Word.Text));

    private static float Largest(Card card) => CardComposer.Compose(card).Value!.Lines.Max(line => line.Size);

    private static double Contrast(uint one, uint other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(uint rgb)
    {
        return (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear(rgb >> 8)) + (0.0722 * Linear(rgb));

        static double Linear(uint channel)
        {
            var value = (channel & 0xFF) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }
}
