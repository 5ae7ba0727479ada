using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>
/// The words of pictures that are not translated, or that do not stand line by line as the original's: readers would get the Vietnamese
/// ones.
/// </summary>
internal sealed class PictureWordsCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text)
    {
        var (original, translated) = text.PictureWords;
        if (original is null
            || (translated is not null && PictureTexts.AreAsMany(original, translated)
            && translated.Split('\n').All(line => !string.IsNullOrWhiteSpace(line))))
        {
            yield break;
        }

        yield return new(nameof(ProblemTexts.PictureWordsMissing), Severity.Warning, TextPart.Pictures, 0, translated?.Length ?? 0);
    }
}
