using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Intake.Drafts;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder api)
    {
        var drafts = api.MapGroup("/drafts").RequireAuthorization(Policies.StaffOrApprover);
        drafts.MapGet("/", async (string? next, DraftStore all, CancellationToken cancellationToken) =>
            {
                var page = await all.ListAsync(next, size: 50, cancellationToken);
                return TypedResults.Ok(new PageAnswer<DraftAnswer>([.. page.Rows.Select(DraftAnswer.Of)], page.Next));
            })
            .WithSummary("Lists the drafts that are not handed in, newest first.");
        drafts.MapPost("/", DropAsync)
            .WithMetadata(new BodyLimit(HandInService.MostBytes))
            .WithSummary("Makes drafts of a file: the body is its bytes, name its name. .docx, .xlsx, .csv, .md, .txt, pictures, .zip.")
            .Accepts<byte[]>("application/octet-stream");
        api.MapPost("/items/{id}/correct", CorrectAsync)
            .RequireAuthorization(Policies.StaffOrApprover)
            .WithSummary("Opens the draft in which an item is corrected: the one that it came from, or one made of what it says.");
        drafts.MapGet("/{id}", FindAsync).WithSummary("A draft with what was left out when its file was read.");
        drafts.MapPut("/{id}", SaveAsync).WithSummary("Saves the form of an item. Names the version read in If-Match.");
        drafts.MapPost("/{id}/send", SendAsync)
            .WithSummary("Hands the item in for approval; with a problem nothing is handed in. Names the version read in If-Match.");
        drafts.MapPut("/{id}/rows", SaveRowsAsync).WithSummary("Saves the rows of a sheet. Names the version read in If-Match.");
        drafts.MapPost("/{id}/rows/take", TakeRowsAsync)
            .WithSummary("Hands in all rows without problems; the others stay in the draft. Names the version read in If-Match.");
        drafts.MapDelete("/{id}", RemoveAsync).WithSummary("Throws a draft away. Names the version read in If-Match.");
    }

    private static async Task<Results<Ok<DroppedAnswer>, ProblemHttpResult>> DropAsync(
        string name, DraftDrop drop, [AsParameters] DraftServices services, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await services.Context.Request.Body.CopyToAsync(body, cancellationToken);
        if (body.Length > HandInService.MostBytes)
        {
            return ProblemAnswers.Of(HandInService.TooLarge);
        }

        var taken = await drop.TakeAsync([new(HandedInFile.Normal(name), body.ToArray())], services.Caller.Person.Id, cancellationToken);
        return taken.Drafts.IsEmpty && !taken.Problems.IsEmpty
            ? ProblemAnswers.OfAll(taken.Problems)
            : TypedResults.Ok(new DroppedAnswer([.. taken.Drafts.Select(DraftAnswer.Of)], [.. taken.Problems.Select(ProblemAnswer.Of)]));
    }

    private static async Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> FindAsync(
        DraftId id, [AsParameters] DraftServices services, CancellationToken cancellationToken) =>
        await services.Drafts.FindAsync(id, cancellationToken) is { } row
            ? Answer(await services.Sheets.SettleAsync(row, cancellationToken), services)
            : ProblemAnswers.Of(DraftService.NotFound);

    private static async Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> CorrectAsync(
        ItemId id, CorrectionDrafts corrections, [AsParameters] DraftServices services, CancellationToken cancellationToken)
    {
        var opened = await corrections.OpenAsync(id, services.Caller.Person.Id, cancellationToken);
        return opened.IsDone ? Answer(opened.Value, services) : ProblemAnswers.Of(opened.Problem);
    }

    private static async Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> SaveAsync(
        DraftId id, DraftItem item, IfMatch read, [AsParameters] DraftServices services, CancellationToken cancellationToken)
    {
        var saved = await services.Service.SaveAsync(id, item, [], (services.Caller.Person.Id, read.Version), cancellationToken);
        return saved.IsDone ? Answer(saved.Value, services) : ProblemAnswers.Of(saved.Problem);
    }

    private static async Task<Results<Accepted<HandedInAnswer>, ProblemHttpResult>> SendAsync(
        DraftId id, IfMatch read, [AsParameters] DraftServices services, CancellationToken cancellationToken)
    {
        var sent = await services.Service.SendAsync(id, FreshSignIn.HandsIn(services.Context), read.Version, cancellationToken);
        return sent.IsValid ? Accepted(sent.Value) : ProblemAnswers.OfAll(sent.Problems);
    }

    private static async Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> SaveRowsAsync(
        DraftId id, DraftSheet sheet, IfMatch read, [AsParameters] DraftServices services, CancellationToken cancellationToken)
    {
        if (sheet.Columns.IsDefault || sheet.Rows.IsDefault
            || sheet.Columns.Any(column => column is not { Name: not null, Field: not null })
            || sheet.Rows.Any(row => row.IsDefault || row.Length != sheet.Columns.Length || row.Any(cell => cell is null)))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.SheetUneven)));
        }

        var saved = await services.Sheets.SaveAsync(id, sheet, services.Caller.Person.Id, read.Version, cancellationToken);
        return saved.IsDone ? Answer(saved.Value, services) : ProblemAnswers.Of(saved.Problem);
    }

    private static async Task<Results<Accepted<HandedInAnswer>, ProblemHttpResult>> TakeRowsAsync(
        DraftId id, IfMatch read, [AsParameters] DraftServices services, CancellationToken cancellationToken)
    {
        var taken = await services.Sheets.TakeAsync(id, FreshSignIn.HandsIn(services.Context), read.Version, cancellationToken);
        return taken.IsDone ? Accepted(taken.Value) : ProblemAnswers.Of(taken.Problem);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        DraftId id, IfMatch read, [AsParameters] DraftServices services, CancellationToken cancellationToken) =>
        await services.Service.RemoveAsync(id, read.Version, cancellationToken) is { } problem
            ? ProblemAnswers.Of(problem)
            : TypedResults.NoContent();

    private static Ok<DraftAnswer> Answer(Row<Draft> row, DraftServices services)
    {
        IfMatch.Tell(services.Context, row.ETag);
        return TypedResults.Ok(DraftAnswer.Of(row));
    }

    private static Accepted<HandedInAnswer> Accepted(HandedIn handedIn)
    {
        var url = $"/api/hand-ins/{handedIn.Id}";
        return TypedResults.Accepted(url, new HandedInAnswer(handedIn.Id.Value, handedIn.File, url));
    }
}
