using Azure;
using Dissemination.Problems;

namespace Dissemination.Web.Api;

/// <summary>The version that a change names (<c>If-Match</c>), so that the second of two changes gets a conflict instead of overwriting the first.</summary>
internal sealed record Versions(ETag? Read)
{
    public static ValueTask<Versions> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        return new(new Versions(header switch
        {
            "" => null,
            "*" => ETag.All,
            _ => new ETag(header),
        }));
    }

    public static Problem Missing { get; } = new(nameof(ProblemTexts.VersionNotNamed));

    /// <summary>Tells the reader which version it got.</summary>
    public static void Tell(HttpContext context, ETag etag) => context.Response.Headers.ETag = etag.ToString("H");
}
