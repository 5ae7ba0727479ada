using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
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

    /// <summary>
    /// Rented pieces that hold a page of any length: as one string, a long page would be a large object, which the collector frees only by
    /// looking through all memory.
    /// </summary>
    private static readonly PipeOptions Whole = new(pauseWriterThreshold: 0, minimumSegmentSize: 16_384);

    /// <summary>Of the first problem that the page tells; null where it tells none.</summary>
    public string? Code { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Refusal.Note(httpContext, Code);
        Pipe rendered = new(Whole);
        try
        {
            await page.RenderAsync(rendered.Writer, ReadableHtml.Encoder, httpContext.RequestAborted);
            await rendered.Writer.CompleteAsync();
            await SendAsync(httpContext, (await rendered.Reader.ReadAsync(httpContext.RequestAborted)).Buffer);
        }
        finally
        {
            await rendered.Writer.CompleteAsync();
            await rendered.Reader.CompleteAsync();
        }
    }

    private async Task SendAsync(HttpContext context, ReadOnlySequence<byte> html)
    {
        if (status == StatusCodes.Status200OK && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            var bytes = html.ToArray();
            await TypedResults.Bytes(bytes, Html, entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""))
                .ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = Html;
        foreach (var piece in html)
        {
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        }
    }
}
