using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Dissemination.Translation.Drafting;

/// <summary>
/// Turns a Mông text into its other spelling, syllable by syllable: initial, rhyme and tone by the table. What is no syllable of the table stays
/// as it is and is marked, like a Vietnamese name. Numbers and punctuation are the same in both.
/// </summary>
internal sealed partial class SpellingConverter(SpellingTable table)
{
    /// <summary>Of the longest initial of the table.</summary>
    private const int LongestInitial = 5;

    public ConvertedText Convert(string text, SpellingDirection direction)
    {
        var doubts = ImmutableArray.CreateBuilder<ConversionDoubt>();
        var converted = new StringBuilder();
        var normal = IsWhole(text) ? text.Normalize() : text;
        var done = 0;
        foreach (var word in Word.EnumerateMatches(normal))
        {
            converted.Append(normal, done, word.Index - done);
            done = word.Index + word.Length;
            var original = normal.Substring(word.Index, word.Length);
            var (choices, isDoubtful) = Syllable(original, direction);
            var chosen = choices.IsEmpty ? original : choices[0];
            if (isDoubtful)
            {
                doubts.Add(new(converted.Length, chosen.Length, original, choices));
            }

            converted.Append(chosen);
        }

        return new(converted.Append(normal, done, normal.Length - done).ToString(), doubts.ToImmutable());
    }

    private (ImmutableArray<string> Choices, bool IsDoubtful) Syllable(string word, SpellingDirection direction)
    {
        var letters = word.ToLowerInvariant();
        for (var initial = Math.Min(LongestInitial, letters.Length - 1); initial >= 0; initial--)
        {
            // A rhyme may end in what is also a tone, so the shortest tone comes first.
            for (var tone = 0; tone <= 1 && initial + tone < letters.Length; tone++)
            {
                var first = table.Of(direction, SpellingKind.Initial, letters[..initial]);
                var rhymes = table.Of(direction, SpellingKind.Rhyme, letters[initial..^tone]);
                var tones = table.Of(direction, SpellingKind.Tone, letters[^tone..]);
                if (first.IsEmpty || rhymes.IsEmpty || tones.IsEmpty)
                {
                    continue;
                }

                ImmutableArray<string> choices = [.. first.SelectMany(a => rhymes.SelectMany(b => tones.Select(c => a.Text + b.Text + c.Text))).Distinct(StringComparer.Ordinal).Select(choice => InCaseOf(word, choice))];
                var least = new[] { first, rhymes, tones }.Min(part => part[0].Confidence);
                return (choices, direction is SpellingDirection.ToChv ? least < SpellingConfidence.Sure || choices.Length > 1 : least < SpellingConfidence.Likely);
            }
        }

        return ([], true);
    }

    private static string InCaseOf(string word, string choice) =>
        word.Length > 1 && word.All(char.IsUpper) ? choice.ToUpperInvariant()
        : char.IsUpper(word[0]) ? string.Concat(choice[..1].ToUpperInvariant(), choice.AsSpan(1))
        : choice;

    /// <summary>Half a surrogate pair has no normal form, and neither have U+FFFE and U+FFFF.</summary>
    private static bool IsWhole(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || rune.Value is 0xFFFE or 0xFFFF)
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word { get; }
}
