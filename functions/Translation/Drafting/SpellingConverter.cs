using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Drafting;

/// <summary>
/// Turns a Mông text into its other spelling, syllable by syllable: initial, rhyme and tone by the table. What is no syllable of the table
/// stays
/// as it is and is marked. Numbers and punctuation are the same in both; addresses stay as they are, and so do words that the original has:
/// names, and loan words, which are doubtful where they could be syllables too.
/// </summary>
internal sealed partial class SpellingConverter(SpellingTable table)
{
    /// <param name="original">The Vietnamese words that the text translates.</param>
    public ConvertedText Convert(string text, SpellingDirection direction, string original = "")
    {
        var originals = Words(original);
        var doubts = ImmutableArray.CreateBuilder<ConversionDoubt>();
        var converted = new StringBuilder();
        var normal = IsWhole(text) ? text.Normalize() : text;
        var links = LinkReading.Read(normal);
        var done = 0;
        foreach (var word in Word.EnumerateMatches(normal))
        {
            converted.Append(normal, done, word.Index - done);
            done = word.Index + word.Length;
            var (at, written) = (word.Index, normal.Substring(word.Index, word.Length));
            var isOriginal = originals.Contains(TonePlacement.Unified(written));
            if ((isOriginal && char.IsUpper(written[0])) || links.Any(link => link.Place.Contains(at)))
            {
                converted.Append(written);
                continue;
            }

            var (choices, isDoubtful) = Syllable(written, direction);
            if (isOriginal)
            {
                (choices, isDoubtful) = (
                    [written, .. choices.Where(choice => choice != written)], choices.Any(choice => choice != written));
            }

            var chosen = choices.IsEmpty ? written : choices[0];
            if (isDoubtful)
            {
                doubts.Add(new(converted.Length, chosen.Length, written, choices));
            }

            converted.Append(chosen);
        }

        return new(converted.Append(normal, done, normal.Length - done).ToString(), doubts.ToImmutable());
    }

    private (ImmutableArray<string> Choices, bool IsDoubtful) Syllable(string word, SpellingDirection direction)
    {
        var letters = word.ToLowerInvariant();
        for (var initial = Math.Min(table.LongestInitial, letters.Length - 1); initial >= 0; initial--)
        {
            // A rhyme may end in what is also a tone, so the shortest tone comes first.
            for (var tone = 0; tone <= table.LongestTone && initial + tone < letters.Length; tone++)
            {
                var first = table.Of(direction, SpellingKind.Initial, letters[..initial]);
                var rhymes = table.Of(direction, SpellingKind.Rhyme, letters[initial..^tone]);
                var tones = table.Of(direction, SpellingKind.Tone, letters[^tone..]);
                if (first.IsEmpty || rhymes.IsEmpty || tones.IsEmpty)
                {
                    continue;
                }

                ImmutableArray<string> choices =
                    [.. first.SelectMany(a => rhymes.SelectMany(b => tones.Select(c => a.Text + b.Text + c.Text)))
                        .Distinct(StringComparer.Ordinal).Select(choice => InCaseOf(word, choice))];
                var least = new[] { first, rhymes, tones }.Min(part => part[0].Confidence);
                return (
                    choices,
                    direction is SpellingDirection.ToChv
                        ? least < SpellingConfidence.Sure || choices.Length > 1
                        : least < SpellingConfidence.Likely);
            }
        }

        return ([], true);
    }

    private static HashSet<string> Words(string original)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var normal = IsWhole(original) ? original.Normalize() : original;
        var links = LinkReading.Read(normal);
        foreach (var word in Word.EnumerateMatches(normal))
        {
            var at = word.Index;
            if (!links.Any(link => link.Place.Contains(at)))
            {
                words.Add(TonePlacement.Unified(normal.Substring(at, word.Length)));
            }
        }

        return words;
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

    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Word { get; }
}
