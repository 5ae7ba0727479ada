namespace Dissemination.Web.Pages.Frame;

/// <summary>A page that is sent once all of it is there: one that breaks half-way becomes an error page, not half a page.</summary>
internal sealed class PageResult(RazorSlice page, int status) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await page.RenderAsync(ReadableHtml.Encoder, httpContext.RequestAborted);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
    }
}
