using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Dissemination.Translation.Segments;

/// <summary>
/// Vietnamese places the tone mark of <c>oa</c>, <c>oe</c> and <c>uy</c> on the first vowel (<c>hòa</c>, the old way) or on the second
/// (<c>hoà</c>, the new one). Both are one word wherever texts are compared; each text keeps its own writing.
/// </summary>
internal static class TonePlacement
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly ImmutableArray<string> Vowels = ["oa", "oe", "uy"];

    private static readonly FrozenDictionary<(char, char), string> NewByOld = Pairs().ToFrozenDictionary();

    private static readonly SearchValues<char> FirstVowels = SearchValues.Create([.. NewByOld.Keys.Select(old => old.Item1).Distinct()]);

    /// <summary>The text with all its marks placed the new way, for comparing only: nobody reads it. Linear.</summary>
    /// <param name="text">In NFC.</param>
    public static string Unified(string text)
    {
        if (!text.AsSpan().ContainsAny(FirstVowels))
        {
            return text;
        }

        var unified = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && NewByOld.TryGetValue((text[at], text[at + 1]), out var placed))
            {
                unified.Append(placed);
                at++;
            }
            else
            {
                unified.Append(text[at]);
            }
        }

        return unified.ToString();
    }

    private static IEnumerable<KeyValuePair<(char, char), string>> Pairs() =>
        from vowels in Vowels
        from first in new[] { vowels[0], char.ToUpperInvariant(vowels[0]) }
        from second in new[] { vowels[1], char.ToUpperInvariant(vowels[1]) }
        from tone in Tones
        select KeyValuePair.Create((Composed(first, tone), second), $"{first}{Composed(second, tone)}");

    private static char Composed(char vowel, char tone) => $"{vowel}{tone}".Normalize()[0];
}
