using System.Collections.Immutable;
using System.Text;

namespace Dissemination.Content;

/// <summary>
/// Finds Vietnamese that was typed with an old font, and turns it into Unicode. A word speaks for it that is no syllable of Vietnamese as
/// it stands and is one as it was meant. Lines are judged each by itself: one paragraph of a text may come from an old file.
/// </summary>
internal static class LegacyText
{
    /// <summary>Two words are no chance. One is enough where a sign stands between its letters, which no language writes.</summary>
    private const int Enough = 2;

    /// <summary>The stretches, at most one a line.</summary>
    public static IEnumerable<LegacyStretch> Find(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (StretchOf(line) is { } stretch)
            {
                yield return stretch with { Start = start + stretch.Start };
            }

            start += line.Length + 1;
        }
    }

    /// <summary>The text with the lines that were typed so in Unicode, and all others as they are.</summary>
    public static string ToUnicode(string text) =>
        string.Join('\n', text.Split('\n').Select(line => StretchOf(line) is { } stretch ? ToUnicode(line, stretch.Coding) : line));

    private static LegacyStretch? StretchOf(string line)
    {
        if (!line.Any(IsLooked))
        {
            return null;
        }

        var (coding, evidence) = LegacyCoding.All
            .Select(coding => (Coding: coding, Evidence: Evidence(line, coding)))
            .MaxBy(found => found.Evidence.Length);
        if (evidence.Length < Enough && !evidence.Any(word => HasSignInside(line[word])))
        {
            return null;
        }

        var words = line[evidence[0].Start..evidence[^1].End];
        return new(evidence[0].Start.Value, words, coding, ToUnicode(words, coding));
    }

    private static ImmutableArray<Range> Evidence(string line, LegacyCoding coding) =>
    [
        .. Words(line, coding).Where(range => line[range] is var word
            && word.Any(IsLooked)
            && word.Any(char.IsAsciiLetter)
            && coding.Decode(word) is { } meant
            && VietnameseSyllable.Is(meant)
            && meant.Any(VietnameseSyllable.IsMarked)
            && IsOneCase(meant)
            && !IsBehindDigit(line, range)
            && !VietnameseSyllable.Is(word)),
    ];

    /// <summary>Small letters behind the first, or capitals alone: <c>°C</c> is no word.</summary>
    private static bool IsOneCase(string word) => !word.Skip(1).Any(char.IsUpper) || !word.Any(char.IsLower);

    /// <summary>Units stand behind digits, and are written with the same signs.</summary>
    private static bool IsBehindDigit(string line, Range word) => word.Start.Value > 0 && char.IsAsciiDigit(line[word.Start.Value - 1]);

    private static string ToUnicode(string line, LegacyCoding coding)
    {
        var (unicode, done) = (new StringBuilder(line.Length), 0);
        foreach (var range in Words(line, coding))
        {
            var word = line[range];
            unicode.Append(line, done, range.Start.Value - done);
            unicode.Append(
                coding.Decode(word) is { } meant && (VietnameseSyllable.Is(meant) || word.Any(char.IsAsciiLetter) || meant is "đ" or "Đ")
                    ? meant
                    : word);
            done = range.End.Value;
        }

        return unicode.Append(line, done, line.Length - done).ToString();
    }

    /// <summary>Letters, and what stands for letters, side by side.</summary>
    private static IEnumerable<Range> Words(string line, LegacyCoding coding)
    {
        var start = -1;
        for (var at = 0; at <= line.Length; at++)
        {
            var isWord = at < line.Length && (char.IsLetter(line[at]) || coding.Has(line[at]));
            if (isWord && start < 0)
            {
                start = at;
            }
            else if (!isWord && start >= 0)
            {
                yield return start..at;
                start = -1;
            }
        }
    }

    private static bool HasSignInside(string word) =>
        word.Length > 2 && word.AsSpan(1, word.Length - 2).ContainsAnyInRange('\u00A1', '\u00BF');

    private static bool IsLooked(char character) => character is >= '\u00A1' and <= '\u017F' or >= '\u2013' and <= '\u203A';
}
