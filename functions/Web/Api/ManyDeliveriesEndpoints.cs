using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

/// <summary>
/// The same to many deliveries with one request: what cannot be done to one keeps it from no other, and each is answered by itself.
/// </summary>
internal static class ManyDeliveriesEndpoints
{
    public static void MapManyDeliveries(this IEndpointRouteBuilder api)
    {
        var deliveries = api.MapGroup("/deliveries").RequireAuthorization(Policies.StaffOrCommunicator);
        deliveries.MapPost(
            "/retry", (ManyRequest request, CurrentPerson caller, DeliveryCommands commands, CancellationToken cancellationToken) =>
                ActAsync(new DeliveryCommand.Retry(), request.Ids, caller.Person, commands, cancellationToken))
            .WithSummary("Sends failed deliveries again, at most 100.");
        deliveries.MapPost(
            "/settle", (SettleManyRequest request, CurrentPerson caller, DeliveryCommands commands, CancellationToken cancellationToken) =>
                ActAsync(
                    request.IsThere ? new DeliveryCommand.SeenThere() : new DeliveryCommand.SeenMissing(),
                    request.Ids,
                    caller.Person,
                    commands,
                    cancellationToken))
            .WithSummary("Says whether uncertain deliveries are there, at most 100. Those that are not are sent again.");
        deliveries.MapPost(
            "/confirm", (ManyRequest request, CurrentPerson caller, DeliveryCommands commands, CancellationToken cancellationToken) =>
                ActAsync(new DeliveryCommand.Confirm(Attendance: null), request.Ids, caller.Person, commands, cancellationToken))
            .WithSummary("Confirms that hand tasks are done, at most 100.");
        deliveries.MapPost(
            "/take-back", (ManyRequest request, CurrentPerson caller, DeliveryCommands commands, CancellationToken cancellationToken) =>
                ActAsync(new DeliveryCommand.TakeBack(), request.Ids, caller.Person, commands, cancellationToken))
            .WithSummary("Takes back that hand tasks are done, at most 100.");
    }

    private static async Task<Results<Ok<IReadOnlyList<CommandAnswer>>, ProblemHttpResult>> ActAsync(
        DeliveryCommand command, IReadOnlyList<string>? ids, Person by, DeliveryCommands commands, CancellationToken cancellationToken)
    {
        ids ??= [];
        if (Selected.CheckNumber(ids.Count) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        var known = ids.Select(IStringId<DeliveryId>.Find).ToList();
        var outcomes = (await commands.ExecuteAsync(command, [.. known.OfType<DeliveryId>().Distinct()], by, cancellationToken))
            .ToDictionary(outcome => outcome.Id);
        return TypedResults.Ok<IReadOnlyList<CommandAnswer>>(
        [
            .. known.Zip(ids, (id, text) => id is { } delivery
                ? CommandAnswer.Of(outcomes[delivery])
                : new CommandAnswer(
                    text, Done: false, State: null, ProblemAnswer.Of(new(nameof(ProblemTexts.DeliveryNotFound), null, text)))),
        ]);
    }
}
