using System.Security.Cryptography;
using System.Text;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace Dissemination.Web.Pages.Frame;

/// <summary>
/// A page that is sent once all of it is there: one that breaks half-way becomes an error page, not half a page. Whoever has read a public
/// page already is told so instead.
/// </summary>
internal sealed class PageResult(RazorSlice page, int status) : IResult
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>Of the first problem that the page tells; null where it tells none.</summary>
    public string? Code { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Refusal.Note(httpContext, Code);
        var html = await page.RenderAsync(ReadableHtml.Encoder, httpContext.RequestAborted);
        if (status == StatusCodes.Status200OK && httpContext.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            var bytes = Encoding.UTF8.GetBytes(html);
            await TypedResults.Bytes(bytes, Html, entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""))
                .ExecuteAsync(httpContext);
            return;
        }

        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = Html;
        await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
    }
}
