using System.Globalization;
using System.Text;
using Dissemination.Problems;

namespace Dissemination.Content;

/// <summary>
/// Vietnamese as a search compares it: pure functions. A word that is typed with its marks is looked for with them; one without any is
/// found in whatever marks it has.
/// </summary>
internal static class SearchText
{
    /// <summary>The words of a text, in small letters.</summary>
    public static IEnumerable<string> WordsOf(string text)
    {
        var composed = ComposedText.Of(text).ToLowerInvariant();
        var from = -1;
        for (var at = 0; at <= composed.Length; at++)
        {
            var isLetter = at < composed.Length
                && (char.IsLetterOrDigit(composed[at]) || composed[at] is '-' || CharUnicodeInfo.GetUnicodeCategory(composed[at])
                    is UnicodeCategory.NonSpacingMark);
            if (isLetter && from < 0)
            {
                from = at;
            }
            else if (!isLetter && from >= 0)
            {
                yield return composed[from..at];
                from = -1;
            }
        }
    }

    /// <summary>The same without marks, in small letters: <c>Điện Biên</c> is <c>dien bien</c>.</summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in ComposedText.Of(text, NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            {
                bare.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            }
        }

        return bare.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether every word that is looked for begins a word of the text.</summary>
    public static bool Finds(IReadOnlyCollection<string> wanted, SearchedText text) => wanted.All(word =>
        (Bare(word) == word ? text.Bare : text.Marked).Contains($" {word}", StringComparison.Ordinal));
}
