using Dissemination.Problems;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>Two spaces between words. At the beginning of a line they indent, at its end they break it.</summary>
internal sealed class DoubledSpaceCheck : ICheck
{
    /// <summary>How much is shown on either side.</summary>
    private const int Around = 12;

    public IEnumerable<Finding> Find(CheckedText text) => text.Parts.SelectMany(Runs);

    private static IEnumerable<Finding> Runs(CheckedPart part)
    {
        var text = part.Target.Text;
        for (int at = 0, end; at < text.Length; at = Math.Max(end, at + 1))
        {
            end = at;
            while (end < text.Length && IsSpace(text[end]))
            {
                end++;
            }

            if (end - at > 1 && at > 0 && text[at - 1] != '\n' && end < text.Length && text[end] != '\n')
            {
                yield return part.At(
                    nameof(ProblemTexts.DoubledSpace),
                    Severity.Warning,
                    at,
                    end - at,
                    Excerpt.Of($"{Before(text, at)}  {After(text, end)}"));
            }
        }
    }

    private static ReadOnlySpan<char> Before(string text, int end)
    {
        var shown = text.AsSpan(Math.Max(0, end - Around), Math.Min(end, Around));
        return shown[(shown.LastIndexOf('\n') + 1)..];
    }

    private static ReadOnlySpan<char> After(string text, int start)
    {
        var shown = text.AsSpan(start, Math.Min(text.Length - start, Around));
        return shown.IndexOf('\n') is >= 0 and var end ? shown[..end] : shown;
    }

    private static bool IsSpace(char character) => character is ' ' or '\u00A0';
}
