using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dissemination.Problems;

namespace Dissemination.Channels.Cards;

/// <summary>One weight of the fonts, which come in several files by the characters that they hold.</summary>
internal sealed class CardFont(ImmutableArray<CardFace> faces)
{
    private static readonly Rune ZeroWidthSpace = new(0x200B);

    /// <summary>Joiners, word joiner, soft hyphen and variation selectors show nothing by themselves.</summary>
    private static readonly Rune[] Invisible = [new(0x200C), new(0x200D), new(0x2060), new(0x00AD), new(0xFE0E), new(0xFE0F)];

    /// <summary>The width of a space in ems.</summary>
    public float Space { get; } = faces.First(face => face.Has(new(' '))).Shape(" ").Width;

    /// <summary>The words of a text, or the character that the font does not have: there is never a box on a card.</summary>
    public Result<List<ShapedWord>> Words(string text)
    {
        var (words, space, start) = (new List<ShapedWord>(), false, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !Separates(text[at]))
            {
                continue;
            }

            if (at > start)
            {
                var word = Word(text[start..at], space);
                if (!word.IsDone)
                {
                    return word.Problem!;
                }

                words.Add(word.Value);
                space = false;
            }

            space |= at < text.Length && text[at] != ZeroWidthSpace.Value;
            start = at + 1;
        }

        return words;
    }

    public Result<ShapedWord> Word(string word, bool spaceBefore)
    {
        var (runs, width, ink) = (ImmutableArray.CreateBuilder<ShapedRun>(), 0f, 0f);
        var (run, face) = (new StringBuilder(), default(CardFace));
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            var element = Visible(elements.GetTextElement());
            if (FaceFor(element) is not { } fitting)
            {
                return Missing(element);
            }

            if (fitting != face && face is not null)
            {
                End();
            }

            face = fitting;
            run.Append(element);
        }

        if (face is not null)
        {
            End();
        }

        return runs.Any(shaped => shaped.Glyphs.Contains((ushort)0))
            ? Missing(word)
            : new ShapedWord(word, spaceBefore, runs.ToImmutable(), width, Math.Max(0, ink - width));

        void End()
        {
            var shaped = face!.Shape(run.ToString());
            runs.Add(shaped);
            ink = Math.Max(ink, width + shaped.Ink);
            width += shaped.Width;
            run.Clear();
        }
    }

    /// <summary>The first face that has all of a letter and its marks.</summary>
    private CardFace? FaceFor(string element) => faces.FirstOrDefault(face => element.EnumerateRunes().All(face.Has));

    private static bool Separates(char character) =>
        (char.IsWhiteSpace(character) && character is not ('\u00A0' or '\u202F')) || character == ZeroWidthSpace.Value;

    /// <summary>What is drawn of an element. Hyphens that say where a line may break look like any other.</summary>
    private static string Visible(string element) =>
        element is "\u2010" or "\u2011" ? "-"
        : element.EnumerateRunes().Any(Invisible.Contains)
            ? string.Concat(element.EnumerateRunes().Where(rune => !Invisible.Contains(rune)))
        : element;

    private Problem Missing(string element)
    {
        var rune = element.EnumerateRunes().Cast<Rune?>().FirstOrDefault(rune => !faces.Any(face => face.Has(rune!.Value)))
            ?? element.EnumerateRunes().Last();
        return new(
            nameof(ProblemTexts.GlyphMissing), null, rune.ToString(), string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"));
    }
}
