using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Reports;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Readers;

namespace Dissemination.Web.Pages;

internal static class ReportPages
{
    public static void MapReportPages(this IEndpointRouteBuilder pages)
    {
        var reports = pages.MapGroup("/reports").RequireAuthorization();
        reports.MapGet("/", async (string? next, HttpContext context, StoredReports stored, CancellationToken cancellation) =>
            PageAnswers.Page<ReportListPage, ReportListModel>(new(PageFrame.Of(context, Texts.ReportsTitle), await stored.PageAsync(next, size: 50, cancellation))));
        reports.MapGet("/{item}", (string item, HttpContext context, StoredReports stored, Items items, CancellationToken cancellation) =>
            OpenAsync(item, "html", context, stored, items, cancellation));
        // The stored page names its table by its file name alone.
        reports.MapGet("/{item}.{format}", OpenAsync);
    }

    private static async Task<IResult> OpenAsync(string item, string format, HttpContext context, StoredReports stored, Items items, CancellationToken cancellation)
    {
        if (!ItemId.TryParse(item, null, out var id))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownItem), null, item));
        }

        if (await stored.OpenAsync(id, format, cancellation) is { } report)
        {
            PageAnswers.AllowOwnStyle(context);
            return Results.Stream(report.Content, report.Details.ContentType);
        }

        return await items.FindAsync(id, cancellation) is { Value: var known }
            ? PageAnswers.Page<NoReportPage, NoReportModel>(new(PageFrame.Of(context, known.Headline), id), StatusCodes.Status404NotFound)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownItem), null, item));
    }
}
