using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dissemination.Channels.Rendering;

/// <summary>
/// Text without what no reader sees and what could make a post look like another: control characters, marks that turn the direction of
/// writing (none of our languages runs from right to left), and what is no character at all. Zero-width spaces and joiners stay:
/// Tai Viet and emoji are written with them.
/// </summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        AppendTo(clean, text);
        return clean.Length == text.Length ? text : clean.ToString();
    }

    public static void AppendTo(StringBuilder target, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // Half of a surrogate pair is no character: channels would refuse it or show something else.
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) is OperationStatus.Done && IsKept(rune))
            {
                target.Append(text[..length]);
            }

            text = text[length..];
        }
    }

    private static bool IsKept(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => true,
        0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF => false,
        >= 0xFDD0 and <= 0xFDEF => false,
        var value => (value & 0xFFFE) != 0xFFFE && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Control,
    };
}
