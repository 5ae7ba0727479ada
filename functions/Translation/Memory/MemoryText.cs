using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Memory;

/// <summary>
/// A text by its tokens. Vietnamese is written a syllable a word, so a syllable (letters with their marks) is what changes from one
/// sentence to the next; a number with its signs (<c>40.000</c>, <c>52,95</c>) is one token; any other sign is one too; space is none.
/// </summary>
internal sealed record MemoryText(string Text, ImmutableArray<MemoryToken> Tokens)
{
    public static MemoryText Of(string text)
    {
        var normal = text.Normalize(NormalizationForm.FormC);
        var tokens = ImmutableArray.CreateBuilder<MemoryToken>();
        for (var at = 0; at < normal.Length;)
        {
            var rune = RuneAt(normal, at);
            var end = at + rune.Utf16SequenceLength;
            var isNumber = Rune.IsDigit(rune);
            if (isNumber)
            {
                end = EndOfNumber(normal, end);
            }
            else if (IsOfSyllable(rune))
            {
                while (end < normal.Length && RuneAt(normal, end) is var next && IsOfSyllable(next))
                {
                    end += next.Utf16SequenceLength;
                }
            }

            if (!Rune.IsWhiteSpace(rune))
            {
                tokens.Add(new(TonePlacement.Unified(normal[at..end].ToLowerInvariant()), at, end - at, isNumber));
            }

            at = end;
        }

        return new(normal, tokens.ToImmutable());
    }

    public string Written(MemoryToken token) => Text.Substring(token.Start, token.Length);

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length)
        {
            if (char.IsDigit(text[at]))
            {
                at++;
            }
            else if (text[at] is '.' or ',' && at + 1 < text.Length && char.IsDigit(text[at + 1]))
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static Rune RuneAt(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;

    private static bool IsOfSyllable(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
