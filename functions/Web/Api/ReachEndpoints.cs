using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Reach.Summary;
using Dissemination.Reports;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class ReachEndpoints
{
    public static void MapReach(this IEndpointRouteBuilder api)
    {
        api.MapGet("/items/{id}/reach", ReachAsync).WithSummary("How far an item reached, commune by commune, as things stand now.");
        api.MapGet("/reports/{item}.{format}", ReportAsync)
            .WithSummary("The stored report of an item: html, csv or xlsx, in Vietnamese or, where that is asked for, in English.")
            .WithMetadata(new UnreadAs(nameof(ProblemTexts.ReportNotFound)));
        api.MapPost("/campaign/rebuild", RebuildAsync)
            .WithSummary(
                "Has the figures of the campaign counted anew from the records of every item; it changes nothing where they are right.")
            .RequireAuthorization(Policies.Staff);
    }

    private static async Task<Results<Ok<ReachAnswer>, ProblemHttpResult>> ReachAsync(
        ItemId id, ReportReader reports, CancellationToken cancellationToken) =>
        (await reports.ReadAsync(id, cancellationToken)).ToAnswer(
            ReachAnswer.Of, new(nameof(ProblemTexts.UnknownItem), null, id.ToString()));

    /// <returns>How many items are counted anew, within minutes.</returns>
    private static async Task<Accepted<RecountAnswer>> RebuildAsync(SummaryRebuild summaries, CancellationToken cancellationToken) =>
        TypedResults.Accepted((string?)null, new RecountAnswer(await summaries.RunAsync(cancellationToken)));

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ReportAsync(
        ItemId item, string format, ReportStore reports, CancellationToken cancellationToken) =>
        await reports.OpenAsync(item, format, cancellationToken) is { } blob
            ? TypedResults.Stream(blob.Content, blob.Details.ContentType)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.ReportNotFound)));
}
