using Dissemination.Deliveries;
using Dissemination.Problems;
using Dissemination.Reach;
using Dissemination.Web.Api;
using Dissemination.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Public;

internal static class LinkEndpoints
{
    /// <summary><c>/s/{code}</c>: counts that a short link was opened, and leads to the words behind it.</summary>
    public static void MapLinks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/s/{code}", [HttpMethods.Get, HttpMethods.Head], OpenAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> OpenAsync(
        string code, HttpContext context, ShortLinkStore links, CancellationToken cancellationToken)
    {
        var headers = context.Request.Headers;
        var byPerson = HttpMethods.IsGet(context.Request.Method)
            && !Crawlers.Is(headers.UserAgent, headers["Sec-Purpose"].ToString() is { Length: > 0 } purpose ? purpose : headers["Purpose"]);

        // Whoever keeps the answer would open the next link without being counted.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return LinkCode.Parse(code) is { } link && await links.OpenAsync(link, byPerson, cancellationToken) is { } delivery
            ? TypedResults.Redirect(PostPages.AddressOf(delivery))
            : ProblemAnswers.Of(new(nameof(ProblemTexts.LinkNotFound)));
    }
}
