using Dissemination.Channels.Sending;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class NoticeEndpoints
{
    public static void MapNotices(this IEndpointRouteBuilder api)
    {
        api.MapGet("/notices", ListAsync)
            .RequireAuthorization(Policies.StaffOrCommunicator)
            .WithSummary("Lists what people should look at: what could not be handled, destinations that closed, lanes that stopped, hand tasks that are late. A communicator reads those of the own commune.");
        api.MapPost("/notices/{kind}/{id}/retry", RetryAsync).RequireAuthorization(Policies.Staff).WithSummary("Tries again what could not be handled.");
        api.MapDelete("/notices/{kind}/{id}", DismissAsync).RequireAuthorization(Policies.Staff).WithSummary("Takes a notice down.");
        api.MapPost("/lanes/{lane}/resume", async (string lane, Acting acting, Standings standings, CancellationToken cancellation) =>
            {
                await standings.ResumeLaneAsync(lane, acting.Person.Id, cancellation);
                return TypedResults.NoContent();
            })
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Sends on a lane again, once its credential was mended.");
        api.MapPost("/destinations/{id}/reopen", ReopenAsync).RequireAuthorization(Policies.Staff).WithSummary("Uses a destination again that had closed.");
    }

    private static async Task<Results<Ok<PageAnswer<NoticeAnswer>>, ProblemHttpResult>> ListAsync(
        string? commune, string? next, Acting acting, NoticeBoard board, CancellationToken cancellation)
    {
        if (acting.Person.Is(Role.Staff) && commune is null)
        {
            return TypedResults.Ok((await board.PageAsync(next, cancellation)).ToAnswer(NoticeAnswer.Of));
        }

        var read = acting.Person.Is(Role.Staff) ? commune : acting.Person.Commune?.Value;
        if (!CommuneId.TryParse(read, null, out var id))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, read ?? ""));
        }

        return commune is null || commune == id.Value
            ? TypedResults.Ok((await board.OfCommuneAsync(id.Value, next, cancellation)).ToAnswer(NoticeAnswer.Of))
            : ProblemAnswers.Of(new(nameof(ProblemTexts.NotYourCommune), null, commune));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(string kind, string id, NoticeBoard board, CancellationToken cancellation)
    {
        var retried = await board.RetryAsync(kind, id, cancellation);
        return retried.IsDone ? TypedResults.NoContent() : ProblemAnswers.Of(retried.Problem);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DismissAsync(string kind, string id, NoticeBoard board, CancellationToken cancellation) =>
        await board.DismissAsync(kind, id, cancellation) ? TypedResults.NoContent() : ProblemAnswers.Of(new(nameof(ProblemTexts.NoticeNotFound)));

    private static async Task<Results<NoContent, ProblemHttpResult>> ReopenAsync(string id, Acting acting, Standings standings, CancellationToken cancellation)
    {
        if (!DestinationId.TryParse(id, null, out var destination))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.NoticeNotFound)));
        }

        await standings.ReopenAsync(destination, acting.Person.Id, cancellation);
        return TypedResults.NoContent();
    }
}
