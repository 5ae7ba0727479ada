using System.Collections.Frozen;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Microsoft.Net.Http.Headers;

namespace Dissemination.Web;

/// <summary>Refuses a body in letters that are not read here, before anything tries: the framework would fail.</summary>
internal static class KnownCharsets
{
    private static readonly FrozenSet<string> Read = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "utf-8", "utf8", "us-ascii", "utf-16");

    public static Task RefuseOthersAsync(HttpContext context, RequestDelegate next) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
        && type.Charset is { HasValue: true, Value: { } charset }
        && !Read.Contains(charset.Trim('"'))
            ? ProblemAnswers.Of(new(nameof(ProblemTexts.NotUtf8))).ExecuteAsync(context)
            : next(context);
}
