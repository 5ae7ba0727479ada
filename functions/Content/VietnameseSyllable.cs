using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dissemination.Content;

/// <summary>How a syllable of Vietnamese is written: what may begin it, its vowels, what may close it, and at most one tone.</summary>
internal static partial class VietnameseSyllable
{
    /// <summary>Grave, acute, tilde, hook above, dot below.</summary>
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private const string Vowels = "aeiouy";

    public static bool Is(string word)
    {
        if (word.Length > 7)
        {
            return false;
        }

        var letters = new StringBuilder(word.Length + 2);
        var (tones, isVowel) = (0, false);
        foreach (var letter in word.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (Tones.Contains(letter, StringComparison.Ordinal))
            {
                // Only a vowel has a tone: n with a tilde is no letter of Vietnamese.
                tones += isVowel ? 1 : 2;
            }
            else
            {
                isVowel = Vowels.Contains(letter, StringComparison.Ordinal)
                    || (isVowel && CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark);
                letters.Append(letter);
            }
        }

        var plain = letters.ToString().Normalize(NormalizationForm.FormC);
        return tones <= 1 && Form.IsMatch(plain) && !WrongBeginning.IsMatch(plain);
    }

    /// <summary>Whether a letter has a mark, as most words of Vietnamese have one.</summary>
    public static bool IsMarked(char letter) =>
        letter is 'đ' or 'Đ' || letter.ToString(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD).Length > 1;

    [GeneratedRegex(
        "\\A(ngh?|nh|gh|gi|[kpct]h|qu|tr|[bcdđghklmnprstvx])?"
        + "(([aăâeêioôơuưy]|oa|oă|oe|oo|uâ|uê|uô|uơ|uy|uyê|iê|yê|ươ)(ch|ng|nh|[cmnpt])?"
        + "|ia|ua|ưa|ya|uya|[aâ][uy]|ai|ao|eo|[êiư]u|[oôơuư]i|uêu|oa[ioy]|oeo|uây|uao|uôi|ươ[iu]|[iy]êu|uyu)\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Form { get; }

    /// <summary>These letters begin a syllable only before a vowel of the front.</summary>
    [GeneratedRegex("\\A(k|n?gh)[^eêhiy]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex WrongBeginning { get; }
}
