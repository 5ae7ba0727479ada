using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dissemination.Tests.Browser;

/// <summary>The pages of a PDF as Chromium prints it: their sizes in points, as the file itself says.</summary>
internal sealed partial record PrintedPages(ImmutableArray<PrintedPages.Size> Sizes)
{
    public static readonly Size A4 = new(595, 842);

    public static readonly Size A4Across = new(842, 595);

    public static PrintedPages Of(byte[] pdf) =>
        new([.. Box().Matches(Encoding.Latin1.GetString(pdf)).Select(box => new Size(Points(box, "width"), Points(box, "height")))]);

    private static int Points(Match box, string side) =>
        (int)Math.Round(double.Parse(box.Groups[side].ValueSpan, CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero);

    [GeneratedRegex(
        @"/MediaBox \[0 0 (?<width>[0-9.]+) (?<height>[0-9.]+)\]",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Box();

    internal sealed record Size(int Width, int Height);
}
