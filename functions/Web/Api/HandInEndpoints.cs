using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class HandInEndpoints
{
    public static void MapHandIns(this IEndpointRouteBuilder api)
    {
        api.MapPut("/content/{**path}", (string path, HttpRequest request, Acting acting, HandInDesk desk, CancellationToken cancellation) =>
                PutAsync(Containers.Content, path, request, acting, desk, cancellation))
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Hands in a file: the body is its bytes. What becomes of it is told by the hand-in that the answer names.")
            .Accepts<byte[]>("application/octet-stream");
        api.MapPut("/directory/{file}", (string file, HttpRequest request, Acting acting, HandInDesk desk, CancellationToken cancellation) =>
                PutAsync(Containers.Directory, file, request, acting, desk, cancellation))
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Hands in a file of the directory: communes.csv, destinations.csv or people.csv.")
            .Accepts<byte[]>("application/octet-stream");
        api.MapGet("/hand-ins", ListAsync)
            .WithSummary("Lists what was handed in, newest first, with every problem.");
        api.MapGet("/hand-ins/{id}", FindAsync)
            // Whoever dropped the file knows its id, and nobody else does; a file may come before there is a directory to be found in.
            .AllowAnonymous()
            .WithSummary("Tells what became of a file that was handed in.");
        api.MapGet("/hand-ins/of/{container}/{**path}", FindOfFileAsync)
            .AllowAnonymous()
            .WithSummary("Tells what became of a file that was dropped into storage, by the ETag and the time of change that storage gave it.");
    }

    private static async Task<Results<Ok<HandInAnswer>, ProblemHttpResult>> FindOfFileAsync(
        string container, string path, string etag, DateTimeOffset at, HandIns handIns, CancellationToken cancellation) =>
        await handIns.FindAsync(HandInId.Of(container, path, at, etag), cancellation) is { } handIn
            ? TypedResults.Ok(HandInAnswer.Of(handIn))
            : ProblemAnswers.Of(new(nameof(ProblemTexts.HandInNotFound)));

    private static async Task<Results<Accepted<HandedInAnswer>, ProblemHttpResult>> PutAsync(
        string container,
        string path,
        HttpRequest request,
        Acting acting,
        HandInDesk desk,
        CancellationToken cancellation)
    {
        var handedIn = await desk.PutAsync(container, path, request.Body, request.ContentLength, acting.Person.Id, cancellation);
        if (!handedIn.IsDone)
        {
            return ProblemAnswers.Of(handedIn.Problem);
        }

        var url = $"/api/hand-ins/{handedIn.Value.Id}";
        return TypedResults.Accepted(url, new HandedInAnswer(handedIn.Value.Id.Value, handedIn.Value.File, url));
    }

    private static async Task<Results<Ok<PageAnswer<HandInAnswer>>, ProblemHttpResult>> ListAsync(
        string? state, string? file, string? next, HandIns handIns, CancellationToken cancellation) =>
        StateFilter.Read<HandInState>(state, out var wanted) is { } problem
            ? ProblemAnswers.Of(problem)
            : TypedResults.Ok((await handIns.ListAsync(wanted, file, next, size: 100, cancellation)).ToAnswer(HandInAnswer.Of));

    private static async Task<Results<Ok<HandInAnswer>, ProblemHttpResult>> FindAsync(string id, HandIns handIns, CancellationToken cancellation) =>
        HandInId.TryParse(id, null, out var handInId) && await handIns.FindAsync(handInId, cancellation) is { } handIn
            ? TypedResults.Ok(HandInAnswer.Of(handIn))
            : ProblemAnswers.Of(new(nameof(ProblemTexts.HandInNotFound)));
}
