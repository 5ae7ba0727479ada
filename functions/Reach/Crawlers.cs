using System.Buffers;

namespace Dissemination.Reach;

/// <summary>Programs that open links by themselves: search engines and the previews that messengers make. Their opens are not counted.</summary>
internal static class Crawlers
{
    // Words in the User-Agent of those who name themselves, as their makers document them.
    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "bot", "crawl", "spider", "slurp", "preview", "facebookexternalhit", "facebookcatalog", "meta-externalagent", "zalo/preview", "zalobot",
            "whatsapp", "skypeuripreview", "embedly", "mediapartners", "google-inspectiontool", "feedfetcher", "lighthouse", "headlesschrome",
            "curl/", "wget/", "python-requests", "go-http-client", "okhttp", "java/", "axios/", "node-fetch", "libwww-perl",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a request comes from a program, as far as it says so. No User-Agent at all is a program too.</summary>
    public static bool Is(string? userAgent, string? purpose) =>
        string.IsNullOrWhiteSpace(userAgent)
        || userAgent.AsSpan().ContainsAny(Words)
        || purpose?.Contains("prefetch", StringComparison.OrdinalIgnoreCase) == true;
}
