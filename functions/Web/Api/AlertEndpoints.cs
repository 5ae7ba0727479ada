using Dissemination.Alerts;
using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        api.MapGroup("/alerts").LimitToOwnCommune().MapGet("/", ListAsync)
            .RequireAuthorization(Policies.StaffOrCommunicator)
            .WithSummary(
                "Lists what people should look at: what could not be handled, destinations that closed, lanes that stopped, hand tasks "
                + "that are late. A communicator reads those of the own commune.");
        var staff = api.MapGroup("").RequireAuthorization(Policies.Staff);
        staff.MapPost("/alerts/{kind}/{id}/retry", RetryAsync).WithSummary("Tries again what could not be handled.");
        staff.MapDelete("/alerts/{kind}/{id}", DismissAsync).WithSummary("Takes an alert down.");
        staff.MapPost("/lanes/{lane}/resume", ResumeAsync).WithSummary("Sends on a lane again, once its credential was mended.");
        staff.MapPost("/destinations/{id}/reopen", ReopenAsync)
            .WithSummary("Uses a destination again that had closed.")
            .WithMetadata(new UnreadAs(nameof(ProblemTexts.AlertNotFound)));
    }

    private static async Task<Ok<PageAnswer<AlertAnswer>>> ListAsync(
        CommuneId? commune, string? next, CurrentPerson caller, AlertStore alerts, CancellationToken cancellationToken)
    {
        var alertsOf = caller.CommuneOf(commune) is { } id
            ? alerts.OfCommuneAsync(id.Value, next, cancellationToken)
            : alerts.PageAsync(next, cancellationToken);
        return TypedResults.Ok((await alertsOf).ToAnswer(AlertAnswer.Of));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(
        string kind, string id, CurrentPerson caller, AlertStore alerts, CancellationToken cancellationToken) =>
        (await alerts.RetryAsync(kind, id, caller.Person.Id.Value, cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> DismissAsync(
        string kind, string id, CurrentPerson caller, AlertStore alerts, CancellationToken cancellationToken) =>
        await alerts.DismissAsync(kind, id, caller.Person.Id.Value, cancellationToken)
            ? TypedResults.NoContent()
            : ProblemAnswers.Of(new(nameof(ProblemTexts.AlertNotFound)));

    private static async Task<Results<NoContent, ProblemHttpResult>> ResumeAsync(
        string lane, CurrentPerson caller, ConnectionService connections, CancellationToken cancellationToken) =>
        Answer(await connections.ResumeAsync(lane, caller.Person.Id, cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> ReopenAsync(
        DestinationId id, CurrentPerson caller, ConnectionService connections, CancellationToken cancellationToken) =>
        Answer(await connections.ReopenAsync(id, caller.Person.Id, cancellationToken));

    private static Results<NoContent, ProblemHttpResult> Answer(Problem? problem) =>
        problem is null ? TypedResults.NoContent() : ProblemAnswers.Of(problem);
}
