using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>A headline or summary that only one of the two texts has.</summary>
internal sealed class MissingPartCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text)
    {
        foreach (var part in text.Parts)
        {
            var finding = (part.Part, string.IsNullOrWhiteSpace(part.Source.Text), string.IsNullOrWhiteSpace(part.Target.Text)) switch
            {
                (TextPart.Title, false, true) => part.At(nameof(ProblemTexts.TitleMissing), Severity.Error, 0, 0),
                (TextPart.Summary, false, true) => part.At(nameof(ProblemTexts.SummaryMissing), Severity.Warning, 0, 0),
                (TextPart.Title, true, false) => part.At(nameof(ProblemTexts.TitleAdded), Severity.Warning, 0, part.Target.Text.Length),
                (TextPart.Summary, true, false) => part.At(nameof(ProblemTexts.SummaryAdded), Severity.Warning, 0, part.Target.Text.Length),
                _ => null,
            };
            if (finding is not null)
            {
                yield return finding;
            }
        }
    }
}
