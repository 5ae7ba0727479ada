using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>A headline, summary or paragraph ends as its original does: with a full stop, a question mark, or nothing.</summary>
internal sealed class ClosingPunctuationCheck : ICheck
{
    /// <summary>How much of the end is shown.</summary>
    private const int Shown = 24;

    public IEnumerable<Finding> Find(CheckedText text) => text.Parts.SelectMany(Differing);

    private static IEnumerable<Finding> Differing(CheckedPart part)
    {
        var (source, target) = (part.Source.Blocks, part.Target.Blocks);
        if (source.IsEmpty || target.IsEmpty)
        {
            yield break;
        }

        // Where paragraphs are missing or new, only the last ones surely face one another.
        var pairs = source.Length == target.Length ? source.Zip(target) : [(source[^1], target[^1])];
        foreach (var (of, block) in pairs)
        {
            var (wanted, found) = (EndOf(part.Source.Text, of), EndOf(part.Target.Text, block));
            if (wanted != found)
            {
                var from = Math.Max(block.Start, block.End - Shown);
                yield return part.At(
                    nameof(ProblemTexts.ClosingPunctuationDiffers),
                    Severity.Warning,
                    from,
                    block.End - from,
                    Excerpt.Of(part.Target.Text[from..block.End]),
                    wanted,
                    found);
            }
        }
    }

    /// <summary>The sign behind the last word; brackets, quotation marks and emphasis set aside, a dash where there is none.</summary>
    private static string EndOf(string text, TextStretch block)
    {
        var words = text.AsSpan(block.Start, block.Length).TrimEnd(" \t\r\u00A0\u200B\"'”’»)]*_");
        return words switch
        {
            [.., '.', '.', '.'] or [.., '…'] => "…",
            // Tai Viet has a sign of its own for the end.
            [.., '.' or '\uAADF'] => ".",
            [.., '!'] => "!",
            [.., '?'] => "?",
            [.., ':'] => ":",
            [.., ';'] => ";",
            _ => "–",
        };
    }
}
