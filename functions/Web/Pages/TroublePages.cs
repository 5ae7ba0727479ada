using Dissemination.Channels.Sending;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>What hangs and on whom, in one place.</summary>
internal static class TroublePages
{
    public static void MapTroublePages(this IEndpointRouteBuilder pages)
    {
        var troubles = pages.MapGroup(TroubleQuery.Path).RequireAuthorization(Policies.Staff);
        troubles.MapGet("/", (TroubleQuery query, TroubleRoom room, HttpContext context, CancellationToken cancellation) =>
            room.ShowAsync(query, context, [], done: null, cancellation));
        MapAct(troubles, "retry", new DeliveryAct.Retry(), DoneWords.Retried);
        MapAct(troubles, "there", new DeliveryAct.SeenThere(), DoneWords.Settled);
        MapAct(troubles, "missing", new DeliveryAct.SeenMissing(), DoneWords.Retried);
        troubles.MapPost("/notices/{kind}/{id}/retry", async (string kind, string id, NoticeBoard board, CancellationToken cancellation) =>
        {
            var retried = await board.RetryAsync(kind, id, cancellation);
            return retried.IsDone ? PageAnswers.Done(TroubleQuery.Path, DoneWords.Retried) : ProblemAnswers.Of(retried.Problem);
        });
        troubles.MapPost("/notices/{kind}/{id}/dismiss", async (string kind, string id, NoticeBoard board, CancellationToken cancellation) =>
        {
            // A second click finds the notice gone, which is what was asked for.
            await board.DismissAsync(kind, id, cancellation);
            return PageAnswers.Done(TroubleQuery.Path, DoneWords.Dismissed);
        });
        troubles.MapPost("/lanes/{lane}/resume", async (string lane, Acting acting, Standings standings, CancellationToken cancellation) =>
        {
            await standings.ResumeLaneAsync(lane, acting.Person.Id, cancellation);
            return PageAnswers.Done(TroubleQuery.Path, DoneWords.Resumed);
        });
        troubles.MapPost("/destinations/{id}/reopen", ReopenAsync);
    }

    // To all that are ticked, or to the one whose button was pressed, whatever is ticked beside it.
    private static void MapAct(RouteGroupBuilder troubles, string name, DeliveryAct act, string done)
    {
        troubles.MapPost($"/deliveries/{name}", (TroubleQuery query, IFormCollection form, TroubleRoom room, HttpContext context, Acting acting, CancellationToken cancellation) =>
            Selected.Read(form, out var ids) is { } problem
                ? room.ShowAsync(query, context, [problem], done: null, cancellation)
                : room.ActAsync(query, act, ids, done, context, acting.Person, cancellation));
        troubles.MapPost($"/deliveries/{{id}}/{name}", (string id, TroubleQuery query, TroubleRoom room, HttpContext context, Acting acting, CancellationToken cancellation) =>
            DeliveryId.TryParse(id, null, out var delivery)
                ? room.ActAsync(query, act, [delivery], done, context, acting.Person, cancellation)
                : room.ShowAsync(query, context, [new(nameof(ProblemTexts.DeliveryNotFound), null, id)], done: null, cancellation));
    }

    private static async Task<IResult> ReopenAsync(string id, Acting acting, Standings standings, CancellationToken cancellation)
    {
        if (!DestinationId.TryParse(id, null, out var destination))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.NoticeNotFound)));
        }

        await standings.ReopenAsync(destination, acting.Person.Id, cancellation);
        return PageAnswers.Done(TroubleQuery.Path, DoneWords.Reopened);
    }
}
