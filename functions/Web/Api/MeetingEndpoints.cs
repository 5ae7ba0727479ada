using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

/// <summary>Meetings and opinions: told, corrected, taken back, summed.</summary>
internal static class MeetingEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder api)
    {
        var meetings = api.MapGroup("/meetings");
        meetings.MapGroup("").LimitToOwnCommune().MapGet("", ListAsync)
            .WithSummary(
                "Lists meetings and counts of opinions, the newest day first: of a commune, a kind (conference, cell-meeting, "
                + "village-meeting, other, opinions) or a period. A page may hold few and still name a next one.");
        meetings.MapGet("/{told}", FindAsync).WithSummary("A meeting or a count of opinions; its ETag names what was read.");
        meetings.MapGet("/{told}/changes", ChangesAsync).WithSummary("What it was before each change, who changed it and why, oldest first.");
        meetings.MapGet("/summary", SummaryAsync).RequireAuthorization(Policies.Province)
            .WithSummary(
                "The sums of a period, commune by commune and day by day. In person and online are never added, and none is part of reach.");

        var work = meetings.MapGroup("").RequireAuthorization(Policies.StaffOrCommunicator);
        work.MapPost("", AddAsync)
            .WithSummary(
                "Tells of a meeting or of opinions that were gathered. One of the same commune, time, kind and place is refused with 409 "
                + "unless it is said to be another.");
        work.MapPut("/{told}", CorrectAsync)
            .WithSummary("Puts what is right in its place; what it was stays to be read. Needs If-Match and a reason.");
        work.MapPost("/{told}/withdraw", WithdrawAsync)
            .WithSummary("Takes it back: it stays to be read, and is in no sum any more. Needs If-Match and a reason.");
        work.MapPost("/sheets/check", CheckAsync).WithMetadata(new BodyLimit(MeetingSheetReader.MostBytes))
            .WithSummary("What a sheet (.csv or .xlsx, as the body; its name as file) is understood as, row by row. Takes nothing.");
        work.MapPost("/sheets", TakeAsync).WithMetadata(new BodyLimit(MeetingSheetReader.MostBytes))
            .WithSummary("Takes all rows of a sheet that are not there yet, or nothing where one of its rows is wrong.");
        work.MapPost("/rebuild", RebuildAsync).RequireAuthorization(Policies.Staff)
            .WithSummary("Puts the sums right where they are not what the records say.");
    }

    private static async Task<Results<Ok<PageAnswer<ToldAnswer>>, ProblemHttpResult>> ListAsync(
        ToldListQuery query, [AsParameters] MeetingServices services, CancellationToken cancellationToken) =>
        query.Refusal is { } refusal
            ? ProblemAnswers.Of(refusal)
            : TypedResults.Ok((await services.PageAsync(query.Asked, query.Next, cancellationToken)).ToAnswer(ToldAnswer.Of));

    private static async Task<Results<Ok<ToldAnswer>, ProblemHttpResult>> FindAsync(
        ToldId told, [AsParameters] MeetingServices services, CancellationToken cancellationToken)
    {
        var found = await services.FindAsync(told, cancellationToken);
        if (found.IsDone)
        {
            IfMatch.Tell(services.Context, found.Value.ETag);
        }

        return found.ToAnswer(row => ToldAnswer.Of(row.Value));
    }

    private static async Task<Results<Ok<IReadOnlyList<ToldChangeAnswer>>, ProblemHttpResult>> ChangesAsync(
        ToldId told, [AsParameters] MeetingServices services, CancellationToken cancellationToken)
    {
        var found = await services.FindAsync(told, cancellationToken);
        return found.IsDone
            ? TypedResults.Ok<IReadOnlyList<ToldChangeAnswer>>(
                await services.Store.ChangesAsync(told, cancellationToken).Select(ToldChangeAnswer.Of).ToListAsync(cancellationToken))
            : ProblemAnswers.Of(found.Problem);
    }

    private static async Task<Results<Ok<MeetingSummaryAnswer>, ProblemHttpResult>> SummaryAsync(
        ToldListQuery query, MeetingSummaryReader summaries, CancellationToken cancellationToken) =>
        query.Refusal is { } refusal
            ? ProblemAnswers.Of(refusal)
            : TypedResults.Ok(MeetingSummaryAnswer.Of(await summaries.ReadAsync(query.Period, cancellationToken)));

    private static async Task<Results<Ok<ToldAnswer>, ProblemHttpResult>> AddAsync(
        ToldRequest request, [AsParameters] MeetingServices services, CancellationToken cancellationToken)
    {
        var input = request.Read(services.Caller.Person);
        return Answer(
            input.IsValid
                ? await services.Service.AddAsync(input.Value, services.Caller.Person, cancellationToken)
                : Parsed<VersionedTold>.Bad(input.Problems),
            services);
    }

    private static async Task<Results<Ok<ToldAnswer>, ProblemHttpResult>> CorrectAsync(
        ToldId told, ToldRequest request, IfMatch read, [AsParameters] MeetingServices services, CancellationToken cancellationToken)
    {
        var input = request.Read(services.Caller.Person);
        return Answer(
            input.IsValid
                ? await services.Service.CorrectAsync(told, input.Value, read.Version, services.Caller.Person, cancellationToken)
                : Parsed<VersionedTold>.Bad(input.Problems),
            services);
    }

    private static async Task<Results<Ok<ToldAnswer>, ProblemHttpResult>> WithdrawAsync(
        ToldId told, ReasonRequest request, IfMatch read, [AsParameters] MeetingServices services, CancellationToken cancellationToken) =>
        Answer(
            await services.Service.WithdrawAsync(told, request.Reason ?? "", read.Version, services.Caller.Person, cancellationToken),
            services);

    private static async Task<Ok<SheetAnswer>> CheckAsync(
        string? file, HttpRequest request, CurrentPerson caller, MeetingImport import, CancellationToken cancellationToken) =>
        TypedResults.Ok(SheetAnswer.Of(await import.ReadAsync(
            NameOf(file), await UploadedFile.ReadAsync(request.Body, cancellationToken), caller.Person, cancellationToken)));

    private static async Task<Results<Ok<SheetAnswer>, ProblemHttpResult>> TakeAsync(
        string? file, HttpRequest request, CurrentPerson caller, MeetingImport import, CancellationToken cancellationToken) =>
        (await import.TakeAsync(
            NameOf(file), await UploadedFile.ReadAsync(request.Body, cancellationToken), caller.Person, cancellationToken))
            .ToAnswer(SheetAnswer.Of);

    private static async Task<Ok<RebuildAnswer>> RebuildAsync(MeetingStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RebuildAnswer(await store.RebuildAsync(cancellationToken)));

    private static string NameOf(string? file) => string.IsNullOrWhiteSpace(file) ? "meetings" : file;

    private static Results<Ok<ToldAnswer>, ProblemHttpResult> Answer(Parsed<VersionedTold> told, MeetingServices services)
    {
        if (told.IsValid)
        {
            IfMatch.Tell(services.Context, told.Value.Version);
        }

        return told.ToAnswer(one => ToldAnswer.Of(one.Record));
    }
}
