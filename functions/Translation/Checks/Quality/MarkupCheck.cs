using System.Globalization;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>As many headings, list items and bold stretches as the original has.</summary>
internal sealed class MarkupCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text)
    {
        var body = text.Parts[(int)TextPart.Body];
        if (!text.IsMarkdown || body.Target.Text.Length == 0)
        {
            yield break;
        }

        var (source, target) = (Count(body.Source.Text), Count(body.Target.Text));
        if (source.Headings != target.Headings)
        {
            yield return At(nameof(ProblemTexts.HeadingCountDiffers), source.Headings, target.Headings);
        }

        if (source.Items != target.Items)
        {
            yield return At(nameof(ProblemTexts.ListCountDiffers), source.Items, target.Items);
        }

        if (source.Bold != target.Bold)
        {
            yield return At(nameof(ProblemTexts.BoldCountDiffers), source.Bold, target.Bold);
        }

        Finding At(string code, int source, int target) =>
            body.At(
                code,
                Severity.Warning,
                0,
                body.Target.Text.Length,
                source.ToString(CultureInfo.InvariantCulture),
                target.ToString(CultureInfo.InvariantCulture));
    }

    private static (int Headings, int Items, int Bold) Count(string text)
    {
        var (headings, items) = (0, 0);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).Trim();
            headings += IsHeading(line) ? 1 : 0;
            items += IsItem(line) ? 1 : 0;
        }

        return (headings, items, text.AsSpan().Count("**") / 2);
    }

    private static bool IsHeading(ReadOnlySpan<char> line) =>
        line.Length - line.TrimStart('#').Length is >= 1 and <= 6 and var marks && marks < line.Length && line[marks] == ' ';

    private static bool IsItem(ReadOnlySpan<char> line)
    {
        if (line is ['-' or '*' or '+' or '•', ' ', ..])
        {
            return true;
        }

        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is >= 1 and <= 3 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ';
    }
}
