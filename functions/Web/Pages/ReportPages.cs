using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Reports;
using Dissemination.Reports.Periods;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Readers;

namespace Dissemination.Web.Pages;

internal static class ReportPages
{
    public static void MapReportPages(this IEndpointRouteBuilder pages)
    {
        var reports = pages.MapGroup("/reports").RequireAuthorization();
        reports.MapGet("/", ListAsync);
        reports.MapPeriodReports();
        reports.MapGet(
            "/{item}", (ItemId item, HttpContext context, ReportStore stored, ItemReader items, CancellationToken cancellationToken) =>
            OpenAsync(item, "html", context, stored, items, cancellationToken));
        // The stored page names its table by its file name alone.
        reports.MapGet("/{item}.{format}", OpenAsync);
    }

    private static async Task<IResult> ListAsync(
        string? next, HttpContext context, ReportStore stored, PeriodStore periods, CancellationToken cancellationToken) =>
        PageAnswers.Page<ReportListPage, ReportListModel>(
            new(PageFrame.Of(context, Texts.ReportsTitle), await stored.PageAsync(next, size: 20, cancellationToken))
            {
                Periods = next is null ? await periods.PageAsync(continuation: null, size: 6, cancellationToken) : null,
            });

    private static async Task<IResult> OpenAsync(
        ItemId item, string format, HttpContext context, ReportStore stored, ItemReader items, CancellationToken cancellationToken)
    {
        if (await stored.OpenAsync(item, format, cancellationToken) is { } report)
        {
            PageAnswers.AllowOwnStyle(context);
            return Results.Stream(report.Content, report.Details.ContentType);
        }

        return await items.FindAsync(item, cancellationToken) is { Value: var known }
            ? PageAnswers.Page<NoReportPage, NoReportModel>(new(PageFrame.Of(context, known.Headline), item), StatusCodes.Status404NotFound)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownItem), null, item.ToString()));
    }
}
