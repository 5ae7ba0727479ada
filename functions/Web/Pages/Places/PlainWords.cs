using System.Globalization;
using System.Text;

namespace Dissemination.Web.Pages.Places;

/// <summary>Words as they are typed in haste: small letters without marks, so that <c>bung lao</c> finds Búng Lao.</summary>
internal static class PlainWords
{
    public static bool Has(string text, string sought) => Of(text).Contains(Of(sought), StringComparison.Ordinal);

    private static string Of(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (var letter in text.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            {
                plain.Append(letter is 'đ' ? 'd' : letter);
            }
        }

        return plain.ToString();
    }
}
