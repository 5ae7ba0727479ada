using System.Globalization;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>
/// As many paragraphs as the original has. Less than half of them is a text that was not finished, or shortened by somebody who says why.
/// </summary>
internal sealed class ParagraphCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text)
    {
        var body = text.Parts[(int)TextPart.Body];
        var (source, target) = (body.Source.Blocks.Length, body.Target.Blocks.Length);
        if (source == target || target == 0)
        {
            return [];
        }

        var (code, severity) = 2 * target < source
            ? (nameof(ProblemTexts.ParagraphsMissing), Severity.Error)
            : (nameof(ProblemTexts.ParagraphCountDiffers), Severity.Warning);
        var last = body.Target.Blocks[^1];
        return [
            body.At(
                code,
                severity,
                last.Start,
                last.Length,
                source.ToString(CultureInfo.InvariantCulture),
                target.ToString(CultureInfo.InvariantCulture))];
    }
}
