using System.Globalization;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>More marks than can be read: such a body, which was stored before that was asked, is shown as it was written.</summary>
internal sealed class TooManyMarksCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text)
    {
        var body = text.Parts[(int)TextPart.Body];
        return ItemMarkdown.TryParse(body.Target.Text, ItemMarkdown.Pipeline) is not null
            ? []
            :
            [
                body.At(
                    nameof(ProblemTexts.TextTooNested),
                    Severity.Error,
                    0,
                    body.Target.Text.Length,
                    Limits.ParagraphMarks.ToString(CultureInfo.InvariantCulture),
                    Limits.MarkDepth.ToString(CultureInfo.InvariantCulture)),
            ];
    }
}
