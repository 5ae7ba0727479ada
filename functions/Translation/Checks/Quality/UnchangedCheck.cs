using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>
/// The original handed in as its translation: whole, or some of its lines. A part or block of which nothing was translated is an error by
/// itself. Names and figures alone are the same in every language.
/// </summary>
internal sealed class UnchangedCheck : ICheck
{
    /// <summary>Of words with a small first letter that make a line worth translating.</summary>
    private const int WordsOfLine = 4;

    private const int WordsOfText = 2;

    public IEnumerable<Finding> Find(CheckedText text)
    {
        if (text.Language.Tag.IsVietnamese)
        {
            return [];
        }

        var lines = text.Parts.SelectMany(part => part.Target.Lines.Select(line => (part, line))).ToArray();
        var isWorthTranslating = lines.Any(found => PlainWords(found.line) > 0)
            && lines.Sum(found => found.line.Words.Count(word => char.IsLetter(word.Text[0]))) >= WordsOfText;
        if (isWorthTranslating && lines.All(found => text.SourceLines.Contains(found.line.Key)))
        {
            return [
                text.Parts[(int)TextPart.Body].At(
                    nameof(ProblemTexts.TextUnchanged), Severity.Error, 0, text.Parts[(int)TextPart.Body].Target.Text.Length)];
        }

        return from block in lines.GroupBy(found => (found.part.Part, found.part.Target.BlockAt(found.line.Start)))
               let severity = block.All(found => text.SourceLines.Contains(found.line.Key)) ? Severity.Error : Severity.Warning
               from found in block
               where PlainWords(found.line) >= WordsOfLine && text.SourceLines.Contains(found.line.Key)
               select found.part.At(
                   nameof(ProblemTexts.LineUnchanged),
                   severity,
                   found.line.Start,
                   found.line.Length,
                   Excerpt.Of(found.part.Target.Text.Substring(found.line.Start, found.line.Length)));
    }

    private static int PlainWords(WordLine line) => line.Words.Count(word => word.IsPlainLatin);
}
