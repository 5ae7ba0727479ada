using System.Security.Cryptography;
using Dissemination.Channels.Cards;

namespace Dissemination.Web.Pages.Frame;

/// <summary>
/// The fonts of the pages, from this site itself: Be Vietnam Pro for headings, names and buttons, Tai Heritage Pro for Tai Viet letters on
/// devices that have none. A browser asks only for those whose letters a page has.
/// </summary>
internal static class WebFont
{
    /// <summary>By the name in the address: the name in the package.</summary>
    private static readonly (string Name, string File)[] Fonts =
    [
        ("tai-heritage-pro-400", "tai-heritage-pro-tai-viet-400-normal"),
        ("tai-heritage-pro-700", "tai-heritage-pro-tai-viet-700-normal"),
        ("be-vietnam-pro-600", "be-vietnam-pro-latin-600-normal"),
        ("be-vietnam-pro-600-vi", "be-vietnam-pro-vietnamese-600-normal"),
    ];

    private static readonly string[] Licences = ["tai-heritage-pro-license", "be-vietnam-pro-license"];

    /// <summary>Changes with the files, so that browsers may keep them for good.</summary>
    public static string Version { get; } =
        Convert.ToHexStringLower(SHA256.HashData([.. Fonts.SelectMany(font => CardFonts.Read($"{font.File}.woff2"))]).AsSpan(0, 6));

    /// <summary>The addresses of those that every page in Vietnamese asks for.</summary>
    public static IEnumerable<string> OfPages =>
        Fonts.Where(font => font.Name.StartsWith("be-vietnam", StringComparison.Ordinal))
            .Select(font => $"/fonts/{font.Name}.woff2?v={Version}");

    public static void MapWebFont(this IEndpointRouteBuilder endpoints)
    {
        var fonts = endpoints.MapGroup("/fonts").AllowAnonymous().ExcludeFromDescription();
        foreach (var (name, file) in Fonts)
        {
            Map(fonts, $"/{name}.woff2", $"{file}.woff2", "font/woff2");
        }

        foreach (var licence in Licences)
        {
            Map(fonts, $"/{licence}.txt", $"{licence}.txt", "text/plain; charset=utf-8");
        }
    }

    private static void Map(RouteGroupBuilder fonts, string path, string file, string contentType)
    {
        var content = CardFonts.Read(file);
        fonts.MapMethods(path, ReadMethods.All, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = OwnFile.CacheOf(context.Request, Version);
            return TypedResults.Bytes(content, contentType, entityTag: new($"\"{Version}\""));
        });
    }
}
