using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>
/// Vietnamese that was handed in as a translation: the whole text, a part or block of it (an error by itself, whatever the rest is), or a
/// line. Lines that are the original's own are told by another check.
/// </summary>
internal sealed class VietnameseTextCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text)
    {
        // Where no letter is Tai Viet, that is said already.
        if (text.IsTaiViet && !text.Parts.Any(part => part.Target.Text.Any(Letters.IsTaiViet)))
        {
            return [];
        }

        var lines = text.Parts.SelectMany(
            part => part.Target.Lines.Where(line => !text.SourceLines.Contains(line.Key)).Select(line => (part, line))).ToArray();
        if (IsMostly(lines, text))
        {
            return [
                Of(nameof(ProblemTexts.TextIsVietnamese), Severity.Error, lines.First(
                    found => VietnameseLines.Is(found.line, text.Language)))];
        }

        return from block in lines.GroupBy(found => (found.part.Part, found.part.Target.BlockAt(found.line.Start)))
               let severity = IsMostly([.. block], text) ? Severity.Error : Severity.Warning
               from found in block
               where VietnameseLines.Is(found.line, text.Language)
               select Of(nameof(ProblemTexts.LineIsVietnamese), severity, found);
    }

    /// <summary>Whether more than half of the words are Vietnamese.</summary>
    private static bool IsMostly(IReadOnlyCollection<(CheckedPart Part, WordLine Line)> lines, CheckedText text) =>
        2 * lines.Where(found => VietnameseLines.Is(found.Line, text.Language))
            .Sum(found => text.IsTaiViet ? VietnameseLines.WordsAmongTaiViet(found.Line) : found.Line.Words.Length)
        > lines.Sum(found => found.Line.Words.Length);

    private static Finding Of(string code, Severity severity, (CheckedPart Part, WordLine Line) found) =>
        found.Part.At(
            code,
            severity,
            found.Line.Start,
            found.Line.Length,
            Excerpt.Of(found.Part.Target.Text.Substring(found.Line.Start, found.Line.Length)));
}
