using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Dissemination.Translation.Segments;

/// <summary>Finds the words of a text. In all of our languages they are separated by spaces.</summary>
internal static class WordReading
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…:;\n\u2022\uAADE\uAADF\"“”«»—–|");

    /// <summary>What stands between two words that are no phrase. A hyphen parts none, and neither do marks of emphasis.</summary>
    private static readonly SearchValues<char> Parting = SearchValues.Create(".!?…:;\n\u2022\uAADE\uAADF\"“”«»—–|,()/");

    public static ImmutableArray<Word> Read(string text, ImmutableArray<FoundLink> links)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var (line, link, lastEnd) = (0, 0, 0);
        for (var at = 0; at < text.Length;)
        {
            while (link < links.Length && links[link].Place.End <= at)
            {
                link++;
            }

            if (link < links.Length && links[link].Place.Contains(at))
            {
                at = links[link].Place.End;
                continue;
            }

            var end = EndOfWord(text, at, link < links.Length ? links[link].Place.Start : text.Length);
            if (end == at)
            {
                line += text[at] == '\n' ? 1 : 0;
                at += char.IsSurrogatePair(text, at) ? 2 : 1;
                continue;
            }

            var gap = text.AsSpan(lastEnd, at - lastEnd);
            var word = text[at..end];
            words.Add(
                new(word, Folding.Of(word), at, line, words.Count == 0 || gap.ContainsAny(SentenceEnds), words.Count > 0
                    && gap is " " or "\u00A0", words.Count > 0 && gap.ContainsAny(Parting)));
            lastEnd = at = end;
        }

        return words.ToImmutable();
    }

    public static ImmutableArray<WordLine> Lines(ImmutableArray<Word> words)
    {
        var lines = ImmutableArray.CreateBuilder<WordLine>();
        for (int at = 0, end; at < words.Length; at = end)
        {
            for (end = at + 1; end < words.Length && words[end].Line == words[at].Line;)
            {
                end++;
            }

            lines.Add(new(words[at..end]));
        }

        return lines.ToImmutable();
    }

    private static int EndOfWord(string text, int start, int limit)
    {
        var at = start;
        while (at < limit && Rune.TryGetRuneAt(text, at, out var rune) && IsOfWord(rune))
        {
            at += rune.Utf16SequenceLength;
        }

        return at;
    }

    private static bool IsOfWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;
}
