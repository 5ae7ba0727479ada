using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>
/// Tai Viet has two ways to write tones: marks above a letter, and marks behind a syllable. A text uses one of them, or none.
/// </summary>
internal sealed class ToneSystemCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text)
    {
        if (!text.IsTaiViet)
        {
            return [];
        }

        var above = Marks(text, '\uAABF', '\uAAC1');
        var behind = Marks(text, '\uAAC0', '\uAAC2');
        if (above.Count == 0 || behind.Count == 0)
        {
            return [];
        }

        // The fewer ones are the slip.
        var (slip, other) = above.Count < behind.Count ? (above, behind) : (behind, above);
        var (part, at) = slip.First;
        return [part.At(nameof(ProblemTexts.ToneSystemsMixed), Severity.Warning, at, 1, Show(slip), Show(other))];
    }

    private static (int Count, (CheckedPart Part, int At) First) Marks(CheckedText text, char one, char two)
    {
        var (count, first) = (0, default((CheckedPart, int)));
        foreach (var part in text.Parts)
        {
            var marks = part.Target.Text.Count(character => character == one || character == two);
            first = count == 0 && marks > 0 ? (part, part.Target.Text.AsSpan().IndexOfAny(one, two)) : first;
            count += marks;
        }

        return (count, first);
    }

    private static string Show((int Count, (CheckedPart Part, int At) First) marks) =>
        Letters.Show(new(marks.First.Part.Target.Text[marks.First.At]));
}
