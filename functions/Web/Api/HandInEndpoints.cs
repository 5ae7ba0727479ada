using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class HandInEndpoints
{
    public static void MapHandIns(this IEndpointRouteBuilder api)
    {
        var office = api.MapGroup("").RequireAuthorization(Policies.StaffOrApprover);
        office.MapPut(
            "/content/{**path}",
            (string path, [AsParameters] HandInServices services, CancellationToken cancellationToken) =>
                PutAsync(Containers.Content, path, services, cancellationToken))
            .WithSummary("Hands in a file: the body is its bytes. What becomes of it is told by the hand-in that the answer names.")
            .Accepts<byte[]>("application/octet-stream");
        var staff = api.MapGroup("").RequireAuthorization(Policies.Staff);
        staff.MapPut(
            "/directory/{file}",
            (string file, [AsParameters] HandInServices services, CancellationToken cancellationToken) =>
                PutAsync(Containers.Directory, file, services, cancellationToken))
            .WithSummary("Hands in a file of the directory: communes.csv, destinations.csv or people.csv.")
            .Accepts<byte[]>("application/octet-stream");
        office.MapGet("/hand-ins", ListAsync)
            .WithSummary("Lists what was handed in, newest first, with every problem.");

        // Whoever dropped the file knows its id, and nobody else does; a file may come before there is a directory to be found in.
        var open = api.MapGroup("/hand-ins").AllowAnonymous();
        open.MapGet("/{id}", FindAsync).WithSummary("Tells what became of a file that was handed in.");
        open.MapGet("/of/{container}/{**path}", FindOfFileAsync)
            .WithSummary(
                "Tells what became of a file that was dropped into storage, by the ETag and the time of change that storage gave it.");
    }

    private static async Task<Results<Ok<HandInAnswer>, ProblemHttpResult>> FindOfFileAsync(
        string container,
        string path,
        string etag,
        DateTimeOffset at,
        [AsParameters] ReplacedHandInServices services,
        CancellationToken cancellationToken) =>
        (await services.HandIns.FindAsync(
            container, path, (at, etag), await ListsHandInsAsync(services.Context), cancellationToken)).ToAnswer(HandInAnswer.Of, NotFound);

    /// <summary>Whether who asks may see the list of what was handed in.</summary>
    private static async Task<bool> ListsHandInsAsync(HttpContext context) =>
        await PersonAuthentication.FindAsync(context) is { } reader
        && (reader.Person.Is(Role.Staff) || reader.Person.Is(Role.Approver))
        && reader.Token?.Scopes.Contains(TokenScope.Read) != false;

    private static async Task<Results<Accepted<HandedInAnswer>, ProblemHttpResult>> PutAsync(
        string container, string path, HandInServices services, CancellationToken cancellationToken)
    {
        var (context, service) = services;
        var handedIn = await service.PutAsync(
            container, path, context.Request.Body, context.Request.ContentLength, FreshSignIn.HandsIn(context), cancellationToken);
        if (!handedIn.IsDone)
        {
            return ProblemAnswers.Of(handedIn.Problem);
        }

        var url = $"/api/hand-ins/{handedIn.Value.Id}";
        return TypedResults.Accepted(url, new HandedInAnswer(handedIn.Value.Id.Value, handedIn.Value.File, url));
    }

    private static async Task<Results<Ok<PageAnswer<HandInAnswer>>, ProblemHttpResult>> ListAsync(
        Named<HandInState>? state, string? file, string? next, HandInStore handIns, CancellationToken cancellationToken) =>
        TypedResults.Ok((await handIns.ListAsync(state?.Value, file, next, size: 100, cancellationToken)).ToAnswer(HandInAnswer.Of));

    private static async Task<Results<Ok<HandInAnswer>, ProblemHttpResult>> FindAsync(
        HandInId id, HandInStore handIns, CancellationToken cancellationToken) =>
        (await handIns.FindAsync(id, cancellationToken)).ToAnswer(HandInAnswer.Of, NotFound);

    private static Problem NotFound => new(nameof(ProblemTexts.HandInNotFound));
}
