using Dissemination.Problems;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>Vietnamese that was handed in as a translation. Lines that are the original's own are told by another check.</summary>
internal sealed class VietnameseTextCheck : ICheck
{
    public IEnumerable<Finding> Judge(CheckedText text)
    {
        // Where no letter is Tai Viet, that is said already.
        if (text.IsTaiViet && !text.Parts.Any(part => part.Target.Text.Any(Letters.IsTaiViet)))
        {
            return [];
        }

        var lines = text.Parts.SelectMany(part => part.Target.Lines.Where(line => !text.SourceLines.Contains(line.Key)).Select(line => (part, line))).ToArray();
        var vietnamese = lines.Where(found => VietnameseLines.Is(found.line, text.Language)).ToArray();
        return 2 * Words(vietnamese) > Words(lines)
            ? [Of(nameof(ProblemTexts.TextIsVietnamese), Severity.Error, vietnamese[0])]
            : vietnamese.Select(found => Of(nameof(ProblemTexts.LineIsVietnamese), Severity.Warning, found));
    }

    private static int Words(IEnumerable<(CheckedPart Part, WordLine Line)> lines) => lines.Sum(found => found.Line.Words.Length);

    private static Finding Of(string code, Severity severity, (CheckedPart Part, WordLine Line) found) =>
        found.Part.At(code, severity, found.Line.Start, found.Line.Length, Excerpt.Of(found.Part.Target.Text.Substring(found.Line.Start, found.Line.Length)));
}
