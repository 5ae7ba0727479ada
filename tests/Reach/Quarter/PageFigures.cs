using System.Text.RegularExpressions;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>The large figures of a page.</summary>
internal static partial class PageFigures
{
    public static IEnumerable<string> In(string html) =>
        Figure().Matches(html).Select(match => ShownTable.Words(match.Groups["figure"].Value));

    [GeneratedRegex(
        "<dd>(?<figure>[^<]*)</dd>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();
}
