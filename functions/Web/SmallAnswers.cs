using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Dissemination.Web;

/// <summary>
/// Pages and data travel compressed, a fifth of their size: whoever reads has a slow network. Over HTTPS too: the only secret in a page is
/// the token of its forms, and that is encrypted anew for each answer, so nobody can guess it from lengths.
/// </summary>
internal static class SmallAnswers
{
    public static IServiceCollection AddSmallAnswers(this IServiceCollection services) =>
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal).AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/rss+xml", "application/atom+xml",
                "image/svg+xml", "text/csv", "application/wasm",
            ];
        });
}
