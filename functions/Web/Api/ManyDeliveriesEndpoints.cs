using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

/// <summary>
/// The same to many deliveries with one request: what cannot be done to one keeps it from no other, and each is answered, and where it is
/// refused recorded, by itself.
/// </summary>
internal static class ManyDeliveriesEndpoints
{
    public static void MapManyDeliveries(this IEndpointRouteBuilder api)
    {
        var deliveries = api.MapGroup("/deliveries").RequireAuthorization(Policies.StaffOrCommunicator);
        deliveries.MapPost(
            "/retry", (ManyRequest request, HttpContext context, DeliveryCommands commands, CancellationToken cancellationToken) =>
                ActAsync(new DeliveryCommand.Retry(), request.Ids, context, commands, cancellationToken))
            .WithSummary("Sends failed deliveries again, at most 100.");
        deliveries.MapPost(
            "/settle", (SettleManyRequest request, HttpContext context, DeliveryCommands commands, CancellationToken cancellationToken) =>
                ActAsync(
                    request.IsThere ? new DeliveryCommand.SeenThere() : new DeliveryCommand.SeenMissing(),
                    request.Ids,
                    context,
                    commands,
                    cancellationToken))
            .WithSummary("Says whether uncertain deliveries are there, at most 100. Those that are not are sent again.");
        deliveries.MapPost(
            "/confirm", (ManyRequest request, HttpContext context, DeliveryCommands commands, CancellationToken cancellationToken) =>
                ActAsync(new DeliveryCommand.Confirm(Attendance: null), request.Ids, context, commands, cancellationToken))
            .WithSummary("Confirms that hand tasks are done, at most 100.");
        deliveries.MapPost(
            "/take-back", (ManyRequest request, HttpContext context, DeliveryCommands commands, CancellationToken cancellationToken) =>
                ActAsync(new DeliveryCommand.TakeBack(), request.Ids, context, commands, cancellationToken))
            .WithSummary("Takes back that hand tasks are done, at most 100.");
    }

    private static async Task<Results<Ok<IReadOnlyList<CommandAnswer>>, ProblemHttpResult>> ActAsync(
        DeliveryCommand command,
        IReadOnlyList<string>? ids,
        HttpContext context,
        DeliveryCommands commands,
        CancellationToken cancellationToken)
    {
        ids ??= [];
        if (Selected.CheckNumber(ids.Count) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        var known = ids.Select(IStringId<DeliveryId>.Find).ToList();
        var outcomes = (await commands.ExecuteAsync(
                command, [.. known.OfType<DeliveryId>().Distinct()], CurrentPerson.Of(context).Person, cancellationToken))
            .ToDictionary(outcome => outcome.Id);
        Selected.Note(context, outcomes.Values);
        return TypedResults.Ok<IReadOnlyList<CommandAnswer>>(
        [
            .. known.Zip(ids, (id, text) => id is { } delivery
                ? CommandAnswer.Of(outcomes[delivery])
                : new CommandAnswer(
                    text, Done: false, State: null, ProblemAnswer.Of(new(nameof(ProblemTexts.DeliveryNotFound), null, text)))),
        ]);
    }
}
