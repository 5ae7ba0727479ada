using System.Security.Cryptography;
using System.Text;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The one stylesheet. Its address changes with its content, so that browsers may keep it for good.</summary>
internal static class Stylesheet
{
    private const string Path = "/style.css";

    private static readonly byte[] Style = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Read("style.css")).Replace(".woff2\"", $".woff2?v={WebFont.Version}\"", StringComparison.Ordinal));

    public static string Address { get; } = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(Style).AsSpan(0, 6))}";

    public static void MapStylesheet(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(Path, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return TypedResults.Bytes(Style, "text/css; charset=utf-8");
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
