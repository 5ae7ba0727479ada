using Dissemination.Problems;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>
/// Thái that was typed with an old font, whose letters are Latin ones to every other device: a text without a single Tai Viet letter, and words
/// with capitals behind small letters, such as <c>CVaM yT</c>.
/// </summary>
internal sealed class LegacyFontCheck : ICheck
{
    private const int Examples = 3;

    public IEnumerable<Finding> Judge(CheckedText text)
    {
        if (!text.IsTaiViet)
        {
            return [];
        }

        var typed = text.Parts.SelectMany(part => part.Target.Words.Where(word => IsTypedInOldFont(word, text)).Select(word => (part, word))).ToArray();
        if (text.Parts.Any(part => part.Target.Text.Any(Letters.IsTaiViet)))
        {
            return typed.Select(found => found.part.At(nameof(ProblemTexts.LegacyFontWord), Severity.Warning, found.word.Start, found.word.Length, Excerpt.Of(found.word.Text)));
        }

        if (typed is [var (part, word), ..])
        {
            var examples = string.Join(' ', typed.Select(found => found.word.Text).Distinct(StringComparer.Ordinal).Take(Examples));
            return [part.At(nameof(ProblemTexts.LegacyFont), Severity.Error, word.Start, word.Length, Excerpt.Of(examples))];
        }

        // Names and figures alone are the same in every language.
        var body = text.Parts[(int)TextPart.Body];
        return text.Parts.Any(other => other.Target.Words.Any(written => IsWord(written, text)))
            ? [body.At(nameof(ProblemTexts.TaiVietMissing), Severity.Error, 0, body.Target.Text.Length)]
            : [];
    }

    private static bool IsWord(Word word, CheckedText text) =>
        word.IsPlainLatin || (char.IsLetter(word.Text[0]) && !text.SourceWords.Contains(word.Folded));

    private static bool IsTypedInOldFont(Word word, CheckedText text)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (char.IsLower(word.Text[at - 1]) && char.IsUpper(word.Text[at]))
            {
                // VNeID and YouTube are written like that in the original too.
                return !text.SourceWords.Contains(word.Folded);
            }
        }

        return false;
    }
}
