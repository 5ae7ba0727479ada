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
        api.MapGet("/reports/{item}.{format}", ReportAsync).WithSummary("The stored report of an item: html or csv.")
            .WithMetadata(new UnreadAs(nameof(ProblemTexts.ReportNotFound)));
    }

    private static async Task<Results<Ok<ReachAnswer>, ProblemHttpResult>> ReachAsync(
        ItemId id, ReportReader reports, CancellationToken cancellationToken) =>
        (await reports.ReadAsync(id, cancellationToken)).ToAnswer(
            ReachAnswer.Of, new(nameof(ProblemTexts.UnknownItem), null, id.ToString()));

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ReportAsync(
        ItemId item, string format, ReportStore reports, CancellationToken cancellationToken) =>
        await reports.OpenAsync(item, format, cancellationToken) is { } blob
            ? TypedResults.Stream(blob.Content, blob.Details.ContentType)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.ReportNotFound)));
}
