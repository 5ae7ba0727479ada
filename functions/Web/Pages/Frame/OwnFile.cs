using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Dissemination.Web.Pages.Frame;

/// <summary>
/// A file that lies in the program and goes with its pages. Its address changes with its content, so that browsers may keep it for good.
/// </summary>
internal sealed class OwnFile
{
    private readonly string _path;
    private readonly string _contentType;
    private readonly byte[] _content;
    private readonly EntityTagHeaderValue _tag;
    private readonly string _version;

    /// <param name="complete">Writes into the text what is known only in the program.</param>
    public OwnFile(string name, string contentType, Func<string, string>? complete = null)
    {
        var content = Read(name);
        (_path, _contentType, _content) = (
            $"/{name}", contentType, complete is null ? content : Encoding.UTF8.GetBytes(complete(Encoding.UTF8.GetString(content))));
        _version = Convert.ToHexStringLower(SHA256.HashData(_content).AsSpan(0, 6));
        (Address, _tag) = ($"{_path}?v={_version}", new($"\"{_version}\""));
    }

    public string Address { get; }

    /// <summary>What the file may do, where it is one that runs by itself; null where the page that asks for it says so.</summary>
    public string? Policy { get; init; }

    /// <summary>
    /// How long a file may be kept. While a new program takes over, the one asks for the other's file: that may not stay under its name.
    /// </summary>
    public static string CacheOf(HttpRequest request, string version) =>
        request.Query["v"] == version ? "public, max-age=31536000, immutable" : "no-cache";

    public void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapMethods(_path, ReadMethods.All, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = CacheOf(context.Request, _version);
                context.Response.Headers.XContentTypeOptions = "nosniff";
                if (Policy is { } policy)
                {
                    context.Response.Headers.ContentSecurityPolicy = policy;
                }

                return TypedResults.Bytes(_content, _contentType, entityTag: _tag);
            })
            .AllowAnonymous()
            .ExcludeFromDescription();

    private static byte[] Read(string name)
    {
        using var resource = typeof(OwnFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
