using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>Words in a picture: Razor takes the tag for its own.</summary>
internal static class SvgText
{
    /// <summary>From one line to the next.</summary>
    private const int LineHeight = 18;

    /// <summary>One line of words.</summary>
    /// <param name="anchor">Where the point is in it: <c>start</c> or <c>end</c>.</param>
    public static HtmlString Line(int x, int y, string words, string anchor) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"""<text x="{x}" y="{y}" text-anchor="{anchor}">{ReadableHtml.Encoder.Encode(words)}</text>"""));

    /// <summary>Lines of words around a point.</summary>
    /// <param name="y">Where the words stand, of several lines their middle.</param>
    /// <param name="tone">The class of the style sheet; null for none.</param>
    public static HtmlString Of(int x, int y, ImmutableArray<string> lines, string? tone = null)
    {
        var first = y - ((lines.Length - 1) * LineHeight / 2);
        var spans = lines.Select((line, place) => string.Create(
            CultureInfo.InvariantCulture,
            $"""<tspan x="{x}" y="{first + (place * LineHeight)}">{ReadableHtml.Encoder.Encode(line)}</tspan>"""));
        return new($"""<text class="{tone}" text-anchor="middle">{string.Join(' ', spans)}</text>""");
    }
}
