using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Channels.Rendering;
using Dissemination.Problems;

namespace Dissemination.Channels.Cards;

/// <summary>Paragraphs of one kind on a card, shaped once and then broken into lines for any size.</summary>
internal sealed class ShapedText
{
    /// <summary>Tai Viet stacks vowels and tones above and below its letters, higher than Vietnamese does.</summary>
    private const float TaiVietLeading = 1.72f;
    private const float LatinLeading = 1.36f;

    /// <summary>Its letters swing out over the space behind them.</summary>
    private const float TaiVietSpace = 1.5f;

    private readonly ImmutableArray<Shaped> _paragraphs;

    private ShapedText(ImmutableArray<Shaped> paragraphs) => _paragraphs = paragraphs;

    /// <summary>How many words there are.</summary>
    public int Count => _paragraphs.Sum(paragraph => paragraph.Words.Count);

    public static Result<ShapedText> Of(params IEnumerable<CardParagraph> paragraphs)
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
                var isTaiViet = paragraph.Text.Any(letter => TaiViet.IsLetter(letter));
                shaped.Add(new(font, words.Value, isTaiViet ? TaiVietLeading : LatinLeading, font.Space * (isTaiViet ? TaiVietSpace : 1)));
            }
        }

        return new ShapedText(shaped.ToImmutable());
    }

    /// <summary>No card has room for so many: what is further below is not laid out.</summary>
    private const int MostLines = 100;

    /// <summary>The lines at a size, the first hundred of them.</summary>
    /// <param name="breakWords">Whether a word that is wider than a line is broken between characters; in Tai Viet it never is.</param>
    /// <returns>Null where a word is wider than a line.</returns>
    public List<BrokenLine>? Break(float size, float width, bool breakWords)
    {
        var (lines, room) = (new List<BrokenLine>(), width / size);
        foreach (var (at, paragraph) in _paragraphs.Index())
        {
            lines.Add(new(paragraph.Font, paragraph.Leading, paragraph.Space, Gap(at)));
            foreach (var word in paragraph.Words.SelectMany(word => Fitting(word, paragraph.Font, room, breakWords)))
            {
                if (lines[^1].TryAdd(word, room))
                {
                    continue;
                }

                if (lines.Count == MostLines)
                {
                    return lines;
                }

                // A word that does not fit into an empty line fits nowhere.
                lines.Add(new(paragraph.Font, paragraph.Leading, paragraph.Space, Gap: 0));
                if (!lines[^1].TryAdd(word, room))
                {
                    return null;
                }
            }
        }

        return lines;
    }

    /// <summary>Between two paragraphs there is half a line; a heading stays near to what it heads.</summary>
    private float Gap(int paragraph) => paragraph == 0 ? 0 : _paragraphs[paragraph - 1].Font == CardFonts.Bold ? 0.1f : 0.5f;

    private static IEnumerable<ShapedWord> Fitting(ShapedWord word, CardFont font, float width, bool breakWords)
    {
        if (!breakWords || word.Width + word.Overhang <= width || word.Text.Any(letter => TaiViet.IsLetter(letter)))
        {
            yield return word;
            yield break;
        }

        var (piece, spaceBefore) = ((ShapedWord?)null, word.SpaceBefore);
        var elements = StringInfo.GetTextElementEnumerator(word.Text);
        while (elements.MoveNext())
        {
            var longer = font.Word(piece?.Text + elements.GetTextElement(), spaceBefore).Value!;
            if (piece is null || longer.Width + longer.Overhang <= width)
            {
                piece = longer;
                continue;
            }

            yield return piece;
            (piece, spaceBefore) = (font.Word(elements.GetTextElement(), spaceBefore: false).Value!, false);
        }

        if (piece is not null)
        {
            yield return piece;
        }
    }

    private sealed record Shaped(CardFont Font, List<ShapedWord> Words, float Leading, float Space);
}
