using Dissemination.Channels.Sending;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>What hangs and on whom, in one place.</summary>
internal static class TroublePages
{
    private const string Address = "/troubles";

    public static void MapTroublePages(this IEndpointRouteBuilder pages)
    {
        var troubles = pages.MapGroup(Address).RequireAuthorization(Policies.Staff);
        troubles.MapGet("/", ShowAsync);
        troubles.MapPost("/deliveries/{id}/retry", (string id, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
            DeliveryAsync(id, DoneWords.Retried, delivery => desk.RetryAsync(delivery, acting.Person, cancellation)));
        troubles.MapPost("/deliveries/{id}/there", (string id, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
            DeliveryAsync(id, DoneWords.Settled, delivery => desk.SettleAsync(delivery, isThere: true, acting.Person, cancellation)));
        troubles.MapPost("/deliveries/{id}/missing", (string id, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
            DeliveryAsync(id, DoneWords.Retried, delivery => desk.SettleAsync(delivery, isThere: false, acting.Person, cancellation)));
        troubles.MapPost("/notices/{kind}/{id}/retry", async (string kind, string id, NoticeBoard board, CancellationToken cancellation) =>
        {
            var retried = await board.RetryAsync(kind, id, cancellation);
            return retried.IsDone ? PageAnswers.Done(Address, DoneWords.Retried) : ProblemAnswers.Of(retried.Problem);
        });
        troubles.MapPost("/notices/{kind}/{id}/dismiss", async (string kind, string id, NoticeBoard board, CancellationToken cancellation) =>
        {
            // A second click finds the notice gone, which is what was asked for.
            await board.DismissAsync(kind, id, cancellation);
            return PageAnswers.Done(Address, DoneWords.Dismissed);
        });
        troubles.MapPost("/lanes/{lane}/resume", async (string lane, Standings standings, CancellationToken cancellation) =>
        {
            await standings.ResumeLaneAsync(lane, cancellation);
            return PageAnswers.Done(Address, DoneWords.Resumed);
        });
        troubles.MapPost("/destinations/{id}/reopen", ReopenAsync);
    }

    private static async Task<IResult> ShowAsync(
        string? next, string? notices, HttpContext context, DeliveryLists lists, NoticeBoard board, DirectoryStore directories, CancellationToken cancellation) =>
        PageAnswers.Page<TroublesPage, TroublesModel>(new(
            PageFrame.Of(context, Texts.TroublesTitle),
            await lists.TroubledAsync(next, cancellation),
            await board.PageAsync(notices, cancellation),
            await directories.CurrentAsync(cancellation)));

    private static async Task<IResult> DeliveryAsync(string id, string done, Func<DeliveryId, Task<Result<Row<Delivery>>>> act)
    {
        if (!DeliveryId.TryParse(id, null, out var delivery))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.DeliveryNotFound), null, id));
        }

        var acted = await act(delivery);
        return acted.IsDone ? PageAnswers.Done(Address, done) : ProblemAnswers.Of(acted.Problem);
    }

    private static async Task<IResult> ReopenAsync(string id, Standings standings, CancellationToken cancellation)
    {
        if (!DestinationId.TryParse(id, null, out var destination))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.NoticeNotFound)));
        }

        await standings.ReopenAsync(destination, cancellation);
        return PageAnswers.Done(Address, DoneWords.Reopened);
    }
}
