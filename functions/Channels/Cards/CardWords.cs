using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Channels.Rendering;
using Dissemination.Problems;

namespace Dissemination.Channels.Cards;

/// <summary>Paragraphs of one kind on a card, shaped once and then broken into lines for any size.</summary>
internal sealed class CardWords
{
    /// <summary>Tai Viet stacks vowels and tones above and below its letters, higher than Vietnamese does.</summary>
    private const float TaiVietLeading = 1.72f;
    private const float LatinLeading = 1.36f;

    private readonly ImmutableArray<Shaped> _paragraphs;

    private CardWords(ImmutableArray<Shaped> paragraphs) => _paragraphs = paragraphs;

    public static Result<CardWords> Of(params IEnumerable<CardParagraph> paragraphs)
    {
        var shaped = ImmutableArray.CreateBuilder<Shaped>();
        foreach (var paragraph in paragraphs)
        {
            var font = paragraph.Bold ? CardFonts.Bold : CardFonts.Regular;
            var words = font.Words(paragraph.Text);
            if (!words.IsDone)
            {
                return words.Problem!;
            }

            if (words.Value.Count > 0)
            {
                shaped.Add(new(font, words.Value, paragraph.Text.Any(letter => TaiViet.IsLetter(letter)) ? TaiVietLeading : LatinLeading));
            }
        }

        return new CardWords(shaped.ToImmutable());
    }

    /// <summary>The lines at a size.</summary>
    /// <param name="breakWords">Whether a word that is wider than a line is broken between characters; in Tai Viet it never is.</param>
    /// <returns>Null where a word is wider than a line.</returns>
    public List<BrokenLine>? Break(float size, float width, bool breakWords)
    {
        var lines = new List<BrokenLine>();
        foreach (var (at, paragraph) in _paragraphs.Index())
        {
            var first = lines.Count;
            var line = new List<ShapedWord>();
            var used = 0f;
            foreach (var word in paragraph.Words.SelectMany(word => Fitting(word, paragraph.Font, width / size, breakWords)))
            {
                if (word.Width > width / size)
                {
                    return null;
                }

                var space = line.Count > 0 && word.SpaceBefore ? paragraph.Font.Space : 0;
                if (line.Count > 0 && used + space + word.Width > width / size)
                {
                    lines.Add(new(paragraph.Font, paragraph.Leading, line, used, Gap(at, lines.Count == first)));
                    (line, used, space) = ([], 0, 0);
                }

                line.Add(word);
                used += space + word.Width;
            }

            lines.Add(new(paragraph.Font, paragraph.Leading, line, used, Gap(at, lines.Count == first)));
        }

        return lines;
    }

    /// <summary>Between two paragraphs there is half a line.</summary>
    private static float Gap(int paragraph, bool isFirstLine) => paragraph > 0 && isFirstLine ? 0.5f : 0;

    private static IEnumerable<ShapedWord> Fitting(ShapedWord word, CardFont font, float width, bool breakWords)
    {
        if (!breakWords || word.Width <= width || word.Text.Any(letter => TaiViet.IsLetter(letter)))
        {
            return [word];
        }

        var pieces = new List<ShapedWord>();
        var elements = StringInfo.GetTextElementEnumerator(word.Text);
        while (elements.MoveNext())
        {
            var longer = font.Word((pieces.Count > 0 ? pieces[^1].Text : "") + elements.GetTextElement(), pieces.Count <= 1 && word.SpaceBefore).Value!;
            if (pieces.Count > 0 && longer.Width <= width)
            {
                pieces[^1] = longer;
            }
            else
            {
                pieces.Add(font.Word(elements.GetTextElement(), pieces.Count == 0 && word.SpaceBefore).Value!);
            }
        }

        return pieces;
    }

    private sealed record Shaped(CardFont Font, List<ShapedWord> Words, float Leading);
}

/// <summary>A line before it has its place. All measures are in ems.</summary>
/// <param name="Leading">From its top to the next line's.</param>
/// <param name="Gap">The room above it.</param>
internal sealed record BrokenLine(CardFont Font, float Leading, List<ShapedWord> Words, float Width, float Gap)
{
    public float Height => Gap + Leading;

    /// <summary>The line with an ellipsis behind as many of its words as leave room for one.</summary>
    public BrokenLine? Cut(float width)
    {
        for (var count = Words.Count; count > 0; count--)
        {
            var last = Font.Word(Words[count - 1].Text.TrimEnd('.', ',', ';', ':') + Shortening.Ellipsis, Words[count - 1].SpaceBefore);
            if (!last.IsDone)
            {
                return null;
            }

            List<ShapedWord> words = [.. Words.Take(count - 1), last.Value];
            var used = words.Sum(word => word.Width) + words.Skip(1).Sum(word => word.SpaceBefore ? Font.Space : 0);
            if (used <= width)
            {
                return this with { Words = words, Width = used };
            }
        }

        return null;
    }
}
