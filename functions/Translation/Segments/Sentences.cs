namespace Dissemination.Translation.Segments;

/// <summary>
/// Where the sentences of a paragraph end. Written for Vietnamese, and true as well for Thái and Mông, which are written with the same
/// stops.
/// </summary>
internal static class Sentences
{
    private const string Stops = ".!?…";
    private const string Closing = "\"'”’»)]}*_~";
    private const string Opening = "\"'“‘«([{*_~–—-";

    /// <summary>
    /// The sentences one after the other, without the space between them. A full stop ends a sentence where space follows and something
    /// that may begin one: not within a figure (5.000), not behind an abbreviation before a name (TP. Điện Biên Phủ), not before a small
    /// letter.
    /// </summary>
    public static IEnumerable<Range> Of(string text, Range paragraph)
    {
        var (start, end) = Trimmed(text, paragraph);
        var at = start;
        while (at < end)
        {
            if (!Stops.Contains(text[at], StringComparison.Ordinal))
            {
                at++;
                continue;
            }

            var stop = at;
            at = Past(text, at, end, letter => Stops.Contains(letter, StringComparison.Ordinal));
            var isOneStop = at == stop + 1 && text[stop] == '.';
            at = Past(text, at, end, letter => Closing.Contains(letter, StringComparison.Ordinal));
            var next = Past(text, at, end, char.IsWhiteSpace);
            if (next == at || next == end || !MayBegin(text, next, end) || (isOneStop && BelongsToWord(text, start, stop)))
            {
                continue;
            }

            yield return start..at;
            (start, at) = (next, next);
        }

        if (start < end)
        {
            yield return start..end;
        }
    }

    /// <summary>Without the space at both ends.</summary>
    public static (int Start, int End) Trimmed(string text, Range range)
    {
        var (start, end) = (range.Start.Value, range.End.Value);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    /// <summary>The first place from <paramref name="at"/> on that is not passed over.</summary>
    private static int Past(string text, int at, int end, Func<char, bool> isPassed)
    {
        while (at < end && isPassed(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool MayBegin(string text, int at, int end)
    {
        while (at < end - 1 && Opening.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return !char.IsLower(text[at]);
    }

    private static bool BelongsToWord(string text, int start, int stop)
    {
        var word = stop;
        while (word > start && (char.IsLetter(text[word - 1]) || text[word - 1] == '/'))
        {
            word--;
        }

        // A number before it is an ordinal where the sentence begins with it: "1. Nội dung".
        if (word == stop)
        {
            var digits = stop;
            while (digits > start && char.IsAsciiDigit(text[digits - 1]))
            {
                digits--;
            }

            return digits == start && stop - digits is > 0 and <= 3;
        }

        return Abbreviations.Ends(text.AsSpan(word..stop));
    }
}
