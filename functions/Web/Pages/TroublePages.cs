using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>What hangs and on whom, in one place; a commune's people see and settle what is theirs.</summary>
internal static class TroublePages
{
    public static void MapTroublePages(this IEndpointRouteBuilder pages)
    {
        var troubles = pages.MapGroup(TroubleQuery.Path).RequireAuthorization(Policies.StaffOrCommunicator).LimitToOwnCommune();
        troubles.MapGet("/", (TroubleQuery query, TroublesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
            handler.ShowAsync(query, context, [], [], done: null, cancellationToken));
        troubles.MapPost(
            "/all/retry", (TroubleQuery query, TroublesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
                handler.RetryAllAsync(query, context, cancellationToken));
        foreach (var action in TroubleAction.All)
        {
            troubles.MapAction(action);
        }

        var staffs = troubles.MapGroup("").RequireAuthorization(Policies.Staff);
        staffs.MapPost("/alerts/{kind}/{id}/retry", RetryAsync);
        staffs.MapPost("/alerts/{kind}/{id}/dismiss", DismissAsync);
        staffs.MapPost("/lanes/{lane}/resume", ResumeAsync);
        staffs.MapPost("/destinations/{id}/reopen", ReopenAsync).WithMetadata(new UnreadAs(nameof(ProblemTexts.AlertNotFound)));
    }

    // To all that are ticked, or to the one whose button was pressed, whatever is ticked beside it.
    private static void MapAction(this RouteGroupBuilder troubles, TroubleAction action)
    {
        troubles.MapPost(
            $"/deliveries/{action.Name}",
            (TroubleQuery query, IFormCollection form, TroublesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
            Selected.Read(form, out var ids) is { } problem
                ? handler.ShowAsync(query, context, [problem], ids, done: null, cancellationToken)
                : handler.ActAsync(query, action, ids, ids, context, cancellationToken));
        troubles.MapPost(
            $"/deliveries/{{id}}/{action.Name}",
            (DeliveryId id, TroubleQuery query, TroublesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
            handler.ActAsync(query, action, [id], [id], context, cancellationToken));
    }

    private static Task<IResult> RetryAsync(
        string kind, string id, TroubleQuery query, TroublesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        handler.RetryAsync(query, kind, id, context, cancellationToken);

    private static Task<IResult> DismissAsync(
        string kind, string id, TroubleQuery query, TroublesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        handler.DismissAsync(query, kind, id, context, cancellationToken);

    private static Task<IResult> ResumeAsync(
        string lane, TroubleQuery query, TroublesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        handler.ResumeAsync(query, lane, context, cancellationToken);

    private static Task<IResult> ReopenAsync(
        DestinationId id, TroubleQuery query, TroublesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        handler.ReopenAsync(query, id, context, cancellationToken);
}
