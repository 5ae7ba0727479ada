using System.Buffers;
using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>
/// Thái that was typed with an old font, whose letters are Latin ones to every other device: a part or block without a single Tai Viet
/// letter, and among Tai Viet such words as
/// <c>CVaM</c>, <c>H]n</c> or <c>mvg</c>. Each block is judged by itself: a headline in Tai Viet excuses no text below it.
/// </summary>
internal sealed partial class LegacyFontCheck : ICheck
{
    private const int Examples = 3;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyw");

    /// <summary>Of words without a vowel; one is an abbreviation.</summary>
    private const int FewestWithoutVowel = 2;

    /// <summary>Of words in a block among others that have Tai Viet; fewer are names or a note.</summary>
    private const int FewestOfBlock = 3;

    public IEnumerable<Finding> Find(CheckedText text)
    {
        if (!text.IsTaiViet)
        {
            return [];
        }

        var blocks = text.Parts.SelectMany(BlocksOf).ToArray();
        var isAnyTai = blocks.Any(block => block.HasTaiViet);
        Finding[] found = [.. blocks.SelectMany(block => block.HasTaiViet ? Slips(block, text) : Whole(block, text, isAnyTai))];
        return isAnyTai ? found : found.OrderBy(finding => finding.Code == nameof(ProblemTexts.LegacyFont) ? 0 : 1).Take(1);
    }

    private static IEnumerable<Block> BlocksOf(CheckedPart part)
    {
        var words = part.Target.Words.ToLookup(word => part.Target.BlockAt(word.Start));
        var lines = part.Target.Lines.ToLookup(line => part.Target.BlockAt(line.Start));
        return part.Target.Blocks.Select((place, at) => new Block(part, place, [.. words[at]], [.. lines[at]]));
    }

    /// <summary>Single words that were not converted, in a block that was.</summary>
    private static IEnumerable<Finding> Slips(Block block, CheckedText text) =>
        Typed(block, text).Concat(block.Words.Where(word => IsOtherLatin(word, text)).Select(word => (word.Start, word.Text)))
            .DistinctBy(typed => typed.Start)
            .Select(
                typed => block.Part.At(
                    nameof(ProblemTexts.LegacyFontWord), Severity.Warning, typed.Start, typed.Text.Length, Excerpt.Of(typed.Text)));

    /// <summary>A block in which no letter is Tai Viet.</summary>
    private static IEnumerable<Finding> Whole(Block block, CheckedText text, bool isAnyTai)
    {
        var typed = Typed(block, text);
        var withoutVowel = block.Words.Where(word => IsOtherLatin(word, text) && !word.Folded.AsSpan().ContainsAny(Vowels)).ToArray();
        if (typed.Count > 0 || withoutVowel.Length >= FewestWithoutVowel)
        {
            var examples = string.Join(
                ' ',
                typed.Select(found => found.Text).Concat(withoutVowel.Select(word => word.Text)).Distinct(StringComparer.Ordinal)
                    .Take(Examples));
            var start = typed.Select(found => found.Start).Concat(withoutVowel.Select(word => word.Start)).Min();
            yield return block.Part.At(
                nameof(ProblemTexts.LegacyFont), Severity.Error, start, block.Place.End - start, Excerpt.Of(examples));
        }
        else if (isAnyTai
            ? block.Words.Count(word => IsWord(word, text) && !KnownWords.Contains(word.Folded)) >= FewestOfBlock && !IsTold(block, text)
            : block.Words.Any(word => IsWord(word, text)))
        {
            // Names and figures alone are the same in every language.
            yield return block.Part.At(
                nameof(ProblemTexts.TaiVietMissing),
                Severity.Error,
                block.Place.Start,
                block.Place.Length,
                Excerpt.Of(block.Part.Target.Text.Substring(block.Place.Start, block.Place.Length)));
        }
    }

    /// <summary>Whether other checks say of each of its lines that it is Vietnamese or the original's.</summary>
    private static bool IsTold(Block block, CheckedText text) =>
        block.Lines.All(line => text.SourceLines.Contains(line.Key) || VietnameseLines.Is(line, text.Language));

    private static bool IsWord(Word word, CheckedText text) =>
        word.IsPlainLatin || (char.IsLetter(word.Text[0]) && !text.SourceWords.Contains(word.Folded));

    /// <summary>What has a capital behind a small letter, or a sign between two letters: keys of an old font.</summary>
    private static List<(int Start, string Text)> Typed(Block block, CheckedText text)
    {
        List<(int Start, string Text)> typed =
            [.. block.Words.Where(word => HasCapitalInside(word) && !IsKnown(word, text)).Select(word => (word.Start, word.Text))];
        var written = block.Part.Target.Text;
        foreach (var key in Keys.EnumerateMatches(written.AsSpan(block.Place.Start, block.Place.Length)))
        {
            var start = block.Place.Start + key.Index;
            if (!block.Part.Target.IsInLink(start))
            {
                typed.Add((start, written.Substring(start, key.Length)));
            }
        }

        return typed;
    }

    /// <summary>A word of small Latin letters that is neither the original's nor Vietnamese nor known in every language.</summary>
    private static bool IsOtherLatin(Word word, CheckedText text) =>
        word.Length > 1 && word.IsPlainLatin && word.Text.All(char.IsAsciiLetter) && !IsKnown(word, text)
            && !VietnameseSyllable.Is(word.Text);

    private static bool IsKnown(Word word, CheckedText text) => KnownWords.Contains(word.Folded) || text.SourceWords.Contains(word.Folded);

    private static bool HasCapitalInside(Word word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (char.IsLower(word.Text[at - 1]) && char.IsUpper(word.Text[at]))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[A-Za-z]+(?:[;\[\]{}\\^@|~][A-Za-z]+)+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Keys { get; }

    private sealed record Block(CheckedPart Part, TextStretch Place, Word[] Words, WordLine[] Lines)
    {
        public bool HasTaiViet { get; } = Part.Target.Text.AsSpan(Place.Start, Place.Length).ContainsAnyInRange('\uAA80', '\uAADF');
    }
}
