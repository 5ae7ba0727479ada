using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder api)
    {
        var deliveries = api.MapGroup("/deliveries");
        deliveries.MapGet("/", ListAsync)
            .WithSummary("Lists deliveries, of one state, item or commune where that is asked for. A page may hold few and still name a next one.");
        deliveries.MapGet("/{id}", FindAsync).WithSummary("One delivery and what became of it.");
        deliveries.MapPost("/{id}/confirm", ConfirmAsync).WithSummary("Confirms that a hand task is done, and tells how many came; who told a figure may correct it.").RequireAuthorization(Policies.StaffOrCommunicator);
        deliveries.MapPost("/{id}/take-back", TakeBackAsync).WithSummary("Takes back that a hand task is done.").RequireAuthorization(Policies.StaffOrCommunicator);
        deliveries.MapPost("/{id}/release", ReleaseAsync).WithSummary("Lets a post go out that waits for its commune.").RequireAuthorization(Policies.Communicator);
        deliveries.MapPost("/{id}/retry", RetryAsync).WithSummary("Sends a failed delivery again.").RequireAuthorization(Policies.StaffOrCommunicator);
        deliveries.MapPost("/{id}/settle", SettleAsync)
            .WithSummary("Says whether an uncertain delivery is there. If it is not, it is sent again.")
            .RequireAuthorization(Policies.StaffOrCommunicator);
        api.MapGet("/hand-tasks/{id}", HandTaskAsync).WithSummary("The words and the pictures of a hand task, for the person who posts them.");
    }

    private static async Task<Results<Ok<PageAnswer<DeliveryAnswer>>, ProblemHttpResult>> ListAsync(
        string? state, string? item, string? commune, string? next, DeliveryLists lists, CancellationToken cancellation)
    {
        if (StateFilter.Read<DeliveryState>(state, out var wanted) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        ItemId? itemId = null;
        CommuneId? communeId = null;
        if (item is not null)
        {
            itemId = ItemId.TryParse(item, null, out var id) ? id : null;
            if (itemId is null)
            {
                return ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownItem), null, item));
            }
        }

        if (commune is not null)
        {
            communeId = CommuneId.TryParse(commune, null, out var id) ? id : null;
            if (communeId is null)
            {
                return ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, commune));
            }
        }

        return TypedResults.Ok((await lists.PageAsync(wanted, itemId, communeId, next, cancellation)).ToAnswer(DeliveryAnswer.Of));
    }

    private static async Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> FindAsync(string id, DeliveryDesk desk, CancellationToken cancellation) =>
        DeliveryId.TryParse(id, null, out var delivery) && await desk.FindAsync(delivery, cancellation) is { } row
            ? TypedResults.Ok(DeliveryAnswer.Of(row.Value))
            : NotFound(id);

    private static Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> ConfirmAsync(
        string id, ConfirmRequest? request, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
        ActAsync(id, delivery => desk.ConfirmAsync(delivery, request?.Attendance, acting.Person, cancellation));

    private static Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> TakeBackAsync(string id, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
        ActAsync(id, delivery => desk.ActOnOneAsync(new DeliveryAct.TakeBack(), delivery, acting.Person, cancellation));

    private static Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> ReleaseAsync(string id, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
        ActAsync(id, delivery => desk.ReleaseAsync(delivery, acting.Person, cancellation));

    private static Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> RetryAsync(string id, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
        ActAsync(id, delivery => desk.RetryAsync(delivery, acting.Person, cancellation));

    private static Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> SettleAsync(
        string id, SettleRequest request, Acting acting, DeliveryDesk desk, CancellationToken cancellation) =>
        ActAsync(id, delivery => desk.SettleAsync(delivery, request.IsThere, acting.Person, cancellation));

    private static async Task<Results<Ok<HandTaskAnswer>, ProblemHttpResult>> HandTaskAsync(string id, HandTaskPosts posts, CancellationToken cancellation) =>
        DeliveryId.TryParse(id, null, out var delivery) && await posts.FindAsync(delivery, cancellation) is { } task
            ? TypedResults.Ok(HandTaskAnswer.Of(task))
            : NotFound(id);

    private static async Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> ActAsync(string id, Func<DeliveryId, Task<Result<Row<Delivery>>>> act)
    {
        if (!DeliveryId.TryParse(id, null, out var delivery))
        {
            return NotFound(id);
        }

        var acted = await act(delivery);
        return acted.IsDone ? TypedResults.Ok(DeliveryAnswer.Of(acted.Value.Value)) : ProblemAnswers.Of(acted.Problem);
    }

    private static ProblemHttpResult NotFound(string id) => ProblemAnswers.Of(new(nameof(ProblemTexts.DeliveryNotFound), null, id));
}
