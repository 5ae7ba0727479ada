using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Web.Pages;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

/// <summary>The same to many deliveries with one request: what cannot be done to one keeps it from no other, and each is answered by itself.</summary>
internal static class ManyDeliveriesEndpoints
{
    public static void MapManyDeliveries(this IEndpointRouteBuilder api)
    {
        var deliveries = api.MapGroup("/deliveries").RequireAuthorization(Policies.StaffOrCommunicator);
        deliveries.MapPost("/retry", (ManyRequest request, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
                ActAsync(new DeliveryAct.Retry(), request.Ids, acting.Person, desk, cancellation))
            .WithSummary("Sends failed deliveries again, at most 100.");
        deliveries.MapPost("/settle", (SettleManyRequest request, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
                ActAsync(request.IsThere ? new DeliveryAct.SeenThere() : new DeliveryAct.SeenMissing(), request.Ids, acting.Person, desk, cancellation))
            .WithSummary("Says whether uncertain deliveries are there, at most 100. Those that are not are sent again.");
        deliveries.MapPost("/confirm", (ManyRequest request, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
                ActAsync(new DeliveryAct.Confirm(Attendance: null), request.Ids, acting.Person, desk, cancellation))
            .WithSummary("Confirms that hand tasks are done, at most 100.");
        deliveries.MapPost("/take-back", (ManyRequest request, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
                ActAsync(new DeliveryAct.TakeBack(), request.Ids, acting.Person, desk, cancellation))
            .WithSummary("Takes back that hand tasks are done, at most 100.");
    }

    private static async Task<Results<Ok<IReadOnlyList<ActAnswer>>, ProblemHttpResult>> ActAsync(
        DeliveryAct act, IReadOnlyList<string>? ids, Person by, DeliveryDesk desk, CancellationToken cancellation)
    {
        ids ??= [];
        if (Selected.CheckNumber(ids.Count) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        var known = ids.Select(id => DeliveryId.TryParse(id, null, out var delivery) ? delivery : (DeliveryId?)null).ToList();
        var outcomes = (await desk.ActAsync(act, [.. known.OfType<DeliveryId>().Distinct()], by, cancellation)).ToDictionary(outcome => outcome.Id);
        return TypedResults.Ok<IReadOnlyList<ActAnswer>>(
        [
            .. known.Zip(ids, (id, text) => id is { } delivery
                ? ActAnswer.Of(outcomes[delivery])
                : new ActAnswer(text, Done: false, State: null, ProblemAnswer.Of(new(nameof(ProblemTexts.DeliveryNotFound), null, text)))),
        ]);
    }
}
