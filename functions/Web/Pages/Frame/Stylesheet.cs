using System.Security.Cryptography;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The one stylesheet, and the one font that it brings. Their addresses change with their content, so that browsers may keep them for good.</summary>
internal static class Stylesheet
{
    private const string Path = "/style.css";

    /// <summary>Named in the stylesheet. Browsers fetch it only for a page with Tai Viet letters, which few machines can show by themselves.</summary>
    private const string FontPath = "/fonts/tai-heritage-pro-5.3.0.woff2";

    private static readonly byte[] Style = Read("style.css");

    public static string Address { get; } = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(Style).AsSpan(0, 6))}";

    public static void MapStylesheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapKept(Path, Style, "text/css; charset=utf-8");
        endpoints.MapKept(FontPath, Read("tai-viet.woff2"), "font/woff2");
    }

    private static void MapKept(this IEndpointRouteBuilder endpoints, string path, byte[] content, string contentType) =>
        endpoints
            .MapGet(path, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return TypedResults.Bytes(content, contentType);
            })
            .AllowAnonymous()
            .ExcludeFromDescription();

    private static byte[] Read(string name)
    {
        using var resource = typeof(Stylesheet).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
