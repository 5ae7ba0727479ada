using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Dissemination.Translation.Checks;

/// <summary>A character of a text; half of a surrogate pair is one that is not sound.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Character(Rune Rune, int Start, int Length, bool IsSound);

/// <summary>The characters of a text, whatever is in it.</summary>
internal static class Characters
{
    public static IEnumerable<Character> Of(string text)
    {
        for (int at = 0, length; at < text.Length; at += length)
        {
            var isSound = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length) is OperationStatus.Done;
            yield return new(rune, at, length, isSound);
        }
    }
}
