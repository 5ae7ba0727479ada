using Dissemination.Alerts;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/alerts", ListAsync)
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

    private static async Task<Results<Ok<PageAnswer<AlertAnswer>>, ProblemHttpResult>> ListAsync(
        CommuneId? commune, string? next, CurrentPerson caller, AlertStore alerts, CancellationToken cancellationToken)
    {
        var isStaff = caller.Person.Is(Role.Staff);
        if (isStaff && commune is null)
        {
            return TypedResults.Ok((await alerts.PageAsync(next, cancellationToken)).ToAnswer(AlertAnswer.Of));
        }

        if ((isStaff ? commune : caller.Person.Commune) is not { } id)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, ""));
        }

        return commune is null || commune == id
            ? TypedResults.Ok((await alerts.OfCommuneAsync(id.Value, next, cancellationToken)).ToAnswer(AlertAnswer.Of))
            : ProblemAnswers.Of(new(nameof(ProblemTexts.NotYourCommune), null, commune.Value.Value));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(
        string kind, string id, AlertStore alerts, CancellationToken cancellationToken) =>
        (await alerts.RetryAsync(kind, id, cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> DismissAsync(
        string kind, string id, AlertStore alerts, CancellationToken cancellationToken) =>
        await alerts.DismissAsync(kind, id, cancellationToken)
            ? TypedResults.NoContent()
            : ProblemAnswers.Of(new(nameof(ProblemTexts.AlertNotFound)));

    private static async Task<NoContent> ResumeAsync(
        string lane, CurrentPerson caller, HealthStore health, CancellationToken cancellationToken)
    {
        await health.ResumeLaneAsync(lane, caller.Person.Id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ReopenAsync(
        DestinationId id, CurrentPerson caller, HealthStore health, CancellationToken cancellationToken)
    {
        await health.ReopenAsync(id, caller.Person.Id, cancellationToken);
        return TypedResults.NoContent();
    }
}
