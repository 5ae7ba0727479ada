using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>A vowel of Tai Viet that is written before its consonant, and has none behind it.</summary>
internal sealed class LoneVowelCheck : ICheck
{
    /// <summary>How much of a syllable is shown on either side.</summary>
    private const int Around = 12;

    public IEnumerable<Finding> Find(CheckedText text) =>
        from part in text.IsTaiViet ? text.Parts : []
        from found in part.Target.Text.Index()
        where Letters.IsPrefixVowel(found.Item)
            && (found.Index + 1 == part.Target.Text.Length || !Letters.IsTaiVietConsonant(part.Target.Text[found.Index + 1]))
        select part.At(
            nameof(ProblemTexts.LoneVowel),
            Severity.Warning,
            found.Index,
            1,
            Letters.Show(new(found.Item)),
            SyllableAt(part.Target.Text, found.Index));

    private static string SyllableAt(string text, int vowel)
    {
        var (start, end) = (vowel, vowel + 1);
        while (start > 0 && vowel - start < Around && Letters.IsTaiViet(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && end - vowel < Around && Letters.IsTaiViet(text[end]))
        {
            end++;
        }

        return text[start..end];
    }
}
