using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class ReachEndpoints
{
    public static void MapReach(this IEndpointRouteBuilder api)
    {
        api.MapGet("/items/{id}/reach", ReachAsync).WithSummary("How far an item reached, commune by commune, as things stand now.");
        api.MapGet("/reports/{item}.{format}", ReportAsync).WithSummary("The stored report of an item: html or csv.");
    }

    private static async Task<Results<Ok<ReachAnswer>, ProblemHttpResult>> ReachAsync(string id, ReportWriter reports, CancellationToken cancellation) =>
        ItemId.TryParse(id, null, out var item) && await reports.MakeAsync(item, cancellation) is { } report
            ? TypedResults.Ok(ReachAnswer.Of(report))
            : ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownItem), null, id));

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ReportAsync(string item, string format, StoredReports reports, CancellationToken cancellation) =>
        ItemId.TryParse(item, null, out var id) && await reports.OpenAsync(id, format, cancellation) is { } blob
            ? TypedResults.Stream(blob.Content, blob.Details.ContentType)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.ReportNotFound)));
}
