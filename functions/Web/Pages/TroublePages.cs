using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;
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
            handler.ShowAsync(query, context, [], done: null, cancellationToken));
        troubles.MapAction(new("retry", new DeliveryCommand.Retry(), DoneLabels.Retried));
        troubles.MapAction(new("there", new DeliveryCommand.SeenThere(), DoneLabels.Settled));
        troubles.MapAction(new("missing", new DeliveryCommand.SeenMissing(), DoneLabels.Retried));
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
                ? handler.ShowAsync(query, context, [problem], done: null, cancellationToken)
                : handler.ActAsync(query, action, ids, context, cancellationToken));
        troubles.MapPost(
            $"/deliveries/{{id}}/{action.Name}",
            (DeliveryId id, TroubleQuery query, TroublesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
            handler.ActAsync(query, action, [id], context, cancellationToken));
    }

    private static async Task<IResult> RetryAsync(
        string kind, string id, CurrentPerson caller, AlertStore alerts, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrProblem(
            await alerts.RetryAsync(kind, id, caller.Person.Id.Value, cancellationToken), TroubleQuery.Path, DoneLabels.Retried);

    private static async Task<IResult> DismissAsync(
        string kind, string id, CurrentPerson caller, AlertStore alerts, CancellationToken cancellationToken)
    {
        // A second click finds the alert gone, which is what was asked for.
        await alerts.DismissAsync(kind, id, caller.Person.Id.Value, cancellationToken);
        return PageAnswers.Done(TroubleQuery.Path, DoneLabels.Dismissed);
    }

    private static async Task<IResult> ResumeAsync(
        string lane, CurrentPerson caller, ConnectionService connections, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrProblem(
            await connections.ResumeAsync(lane, caller.Person.Id, cancellationToken), TroubleQuery.Path, DoneLabels.Resumed);

    private static async Task<IResult> ReopenAsync(
        DestinationId id, CurrentPerson caller, ConnectionService connections, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrProblem(
            await connections.ReopenAsync(id, caller.Person.Id, cancellationToken), TroubleQuery.Path, DoneLabels.Reopened);
}
