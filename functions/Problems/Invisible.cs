using System.Globalization;
using System.Text;

namespace Dissemination.Problems;

/// <summary>
/// Characters that nobody sees and that come along with what is copied: zero-width spaces and joiners, byte order marks, soft hyphens,
/// marks of the writing direction.
/// </summary>
internal static class Invisible
{
    public static bool Is(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format
            || character is '\u034F' or '\u115F' or '\u1160' or '\u3164';

    /// <summary>Without white space and without what nobody sees at either end.</summary>
    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsEdge(text[start]))
        {
            start++;
        }

        while (end > start && IsEdge(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>
    /// The text with each such character named where it stands: <c>muong⟨U+200B⟩phang</c>. A space that looks like any other is named too.
    /// </summary>
    public static string Named(string text)
    {
        if (!text.Any(IsNamed))
        {
            return text;
        }

        var named = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = IsNamed(character) ? named.Append(CultureInfo.InvariantCulture, $"⟨U+{(int)character:X4}⟩") : named.Append(character);
        }

        return named.ToString();
    }

    private static bool IsNamed(char character) =>
        Is(character) || (char.IsWhiteSpace(character) && character is not (' ' or '\n' or '\t' or '\r'));

    private static bool IsEdge(char character) => char.IsWhiteSpace(character) || Is(character);
}
