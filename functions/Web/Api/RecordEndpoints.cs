using Dissemination.Problems;
using Dissemination.Storage.Records;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class RecordEndpoints
{
    public static void MapRecord(this IEndpointRouteBuilder api)
    {
        var record = api.MapGroup("/record").RequireAuthorization(Policies.Staff);
        record.MapGet("/", ListAsync).WithSummary("Who did what, and what was refused, the newest first; by person, act, item and day.");
        record.MapGet("/export.{format}", Export)
            .WithSummary("The same as a file: csv, or jsonl with all that the hashes are made of.")
            .WithMetadata(new UnreadAs(nameof(ProblemTexts.ReportNotFound)));
        record.MapGet("/verify", async (RecordCheck check, CancellationToken cancellationToken) =>
                TypedResults.Ok(await check.RunAsync(cancellationToken)))
            .WithSummary("Looks through the whole record for lines that were changed, removed, moved or added behind the program's back.");
    }

    private static async Task<Ok<PageAnswer<RecordLineAnswer>>> ListAsync(
        RecordForm form, RecordReader records, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(
            (await records.PageAsync(form.QueryOn(LocalTime.DayOf(time.GetUtcNow())), form.Next, size: 100, cancellationToken))
            .ToAnswer(RecordLineAnswer.Of));

    private static IResult Export(
        string format, RecordForm form, RecordReader records, TimeProvider time, CancellationToken cancellationToken) =>
        RecordExport.IsKnown(format)
            ? new RecordExport(records.AllAsync(form.QueryOn(LocalTime.DayOf(time.GetUtcNow())), cancellationToken), format)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.ReportNotFound)));
}
