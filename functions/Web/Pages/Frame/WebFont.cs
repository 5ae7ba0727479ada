using System.Security.Cryptography;
using Dissemination.Channels.Cards;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Pages.Frame;

/// <summary>
/// The font for Tai Viet letters, for browsers on devices that have none. Only a page with such letters makes a browser ask for it.
/// </summary>
internal static class WebFont
{
    private static readonly byte[] Regular = CardFonts.Read("tai-heritage-pro-tai-viet-400-normal.woff2");
    private static readonly byte[] Bold = CardFonts.Read("tai-heritage-pro-tai-viet-700-normal.woff2");
    private static readonly byte[] Licence = CardFonts.Read("tai-heritage-pro-license.txt");

    /// <summary>Changes with the files, so that browsers may keep them for good.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData([.. Regular, .. Bold]).AsSpan(0, 6));

    public static void MapWebFont(this IEndpointRouteBuilder endpoints)
    {
        var fonts = endpoints.MapGroup("/fonts").AllowAnonymous().ExcludeFromDescription();
        fonts.MapMethods("/tai-heritage-pro-400.woff2", ReadMethods.All, (HttpContext context) => Kept(context, Regular, "font/woff2"));
        fonts.MapMethods("/tai-heritage-pro-700.woff2", ReadMethods.All, (HttpContext context) => Kept(context, Bold, "font/woff2"));
        fonts.MapMethods(
            "/tai-heritage-pro-license.txt", ReadMethods.All, (HttpContext context) => Kept(context, Licence, "text/plain; charset=utf-8"));
    }

    private static FileContentHttpResult Kept(HttpContext context, byte[] content, string contentType)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(content, contentType, entityTag: new($"\"{Version}\""));
    }
}
