using System.Buffers;
using System.Text.RegularExpressions;

namespace Dissemination.Reach;

/// <summary>
/// Programs that open links by themselves: search engines, feed readers and the previews that messengers make. Their opens are not counted.
/// </summary>
internal static partial class Crawlers
{
    // What the kept list has not, and what programs call themselves that it has not heard of yet.
    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "bot", "crawl", "spider", "slurp", "preview", "feedfetcher", "facebookcatalog", "meta-externalagent",
            "ms-office", "msoffice", "microsoft office", "cfnetwork/", "guzzlehttp", "dart/", "dart:io", "java/", "dalvik/",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a request comes from a program, as far as it says so. No User-Agent at all is a program too. Some tens of microseconds.
    /// </summary>
    public static bool Is(string? userAgent, string? purpose)
    {
        if (string.IsNullOrWhiteSpace(userAgent) || purpose?.Contains("prefetch", StringComparison.OrdinalIgnoreCase) == true)
        {
            return true;
        }

        // What a phone is called says nothing of who holds it: a CUBOT is no bot.
        var withoutModel = Model().Replace(userAgent, "${android}");
        return withoutModel.AsSpan().ContainsAny(Words) || CrawlerList.Kept.Has(withoutModel);
    }

    /// <summary>The model and build of a phone: they stand behind Android and, where there is one, a language.</summary>
    [GeneratedRegex(
        "(?<android>Android[^;)]*(?:; ?[a-z]{2}[-_][A-Za-z]{2})?);[^;)]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Model();
}
