using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Dissemination.Web.Pages.Frame;

/// <summary>
/// Outline icons of one kept set, Lucide, drawn into the page: no request, and in the colour of the words that they stand beside. They say
/// nothing by themselves, so they are hidden from screen readers.
/// </summary>
internal static partial class Icons
{
    private static readonly ConcurrentDictionary<string, HtmlString> Known = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The program carries none of that name: it has to stand in NpmPackages.targets.</exception>
    public static HtmlString Of(string name) => Known.GetOrAdd(name, Read);

    private static HtmlString Read(string name)
    {
        using var resource = typeof(Icons).Assembly.GetManifestResourceStream($"icons/{name}.svg")
            ?? throw new InvalidOperationException($"The icon {name} is not in the program.");
        using StreamReader reader = new(resource);
        var shapes = Shapes().Matches(reader.ReadToEnd()).Select(shape => shape.Value);
        return new($"<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{string.Concat(shapes)}</svg>");
    }

    [GeneratedRegex("<(?:path|circle|rect|line|polyline|polygon|ellipse)[^>]*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shapes();
}
