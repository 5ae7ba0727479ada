using System.Buffers;
using System.Text;

namespace Dissemination.Translation.Segments;

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
