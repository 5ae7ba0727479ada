using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>Whether an original can be read as the Vietnamese that it is to be.</summary>
internal static partial class OriginalCheck
{
    /// <summary>Fewer words say nothing of their language: they may all be names.</summary>
    private const int FewestWords = 5;

    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>
    /// What was typed with an old font: nobody could read it, and nothing could search or draw it. One problem a text, with what was meant.
    /// </summary>
    public static IEnumerable<Problem> Unreadable(IEnumerable<WrittenText> texts) =>
        from text in texts
        where text.Text.Length <= Limits.TextCharacters
        from stretch in LegacyText.Find(text.Text).Take(1)
        select new Problem(
            nameof(ProblemTexts.LegacyVietnamese), text.At(stretch.Start), stretch.Words, stretch.Coding.Name, stretch.Unicode);

    /// <summary>What nobody sees within words: channels leave it out or break lines at it. The first of each text.</summary>
    public static IEnumerable<Problem> Strays(IEnumerable<WrittenText> texts) =>
        from text in texts
        from at in Enumerable.Range(0, text.Text.Length).Where(at => IsStray(text.Text, at)).Take(1)
        select new Problem(
            nameof(ProblemTexts.InvisibleInText),
            text.At(at),
            string.Create(CultureInfo.InvariantCulture, $"U+{(int)text.Text[at]:X4}"),
            Before(text.Text, at));

    /// <summary>Words of another language, or Vietnamese without its marks. A body of names alone says nothing.</summary>
    public static IEnumerable<Problem> OfOtherLanguage(VersionText text, Place body) =>
        IsVietnamese($"{text.Title}\n{text.Summary}\n{text.Body}") ? [] : [new(nameof(ProblemTexts.OriginalNotVietnamese), body)];

    /// <summary>Most of its words are syllables of Vietnamese, and some have its marks.</summary>
    private static bool IsVietnamese(string text)
    {
        var words = Word.Matches(Address.Replace(text, " ").Normalize(NormalizationForm.FormC)).Select(word => word.Value).ToList();
        return words.Count < FewestWords
            || (2 * words.Count(VietnameseSyllable.Is) > words.Count && words.Exists(word => word.Any(VietnameseSyllable.IsMarked)));
    }

    /// <summary>Joiners belong to emoji, and any such character to Tai Viet.</summary>
    private static bool IsStray(string text, int at) =>
        Invisible.Is(text[at])
            && (at == 0
            || (!IsTaiViet(text[at - 1]) && (text[at] != ZeroWidthJoiner || !(char.IsSurrogate(text[at - 1]) || text[at - 1] > '\u2000'))));

    private static bool IsTaiViet(char character) => character is >= '\uAA80' and <= '\uAADF';

    /// <summary>The word that ends where a character stands.</summary>
    private static string Before(string text, int at)
    {
        var start = text.AsSpan(0, at).LastIndexOfAny(' ', '\n') + 1;
        return text[start..at];
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"\S*(://|@|www\.)\S*", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address { get; }
}
