using System.Globalization;
using System.Text;
using Dissemination.Problems;

namespace Dissemination.Intake.Drafts;

/// <summary>An id out of the words of a title, as people abroad would type it.</summary>
internal static class IdProposal
{
    private const int MostCharacters = 50;

    /// <summary>Empty where the words have no letters.</summary>
    public static string Of(string words)
    {
        var id = new StringBuilder();
        foreach (var letter in ComposedText.Of(words, NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is 'đ')
            {
                id.Append(letter is 'đ' ? 'd' : letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark && id.Length > 0 && id[^1] is not '-')
            {
                id.Append('-');
            }
        }

        var whole = id.ToString().Trim('-');
        return whole.Length <= MostCharacters ? whole
            : whole[..MostCharacters].LastIndexOf('-') is > 0 and var cut ? whole[..cut]
            : whole[..MostCharacters];
    }
}
