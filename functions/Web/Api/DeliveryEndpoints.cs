using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder api)
    {
        var deliveries = api.MapGroup("/deliveries").LimitToOwnCommune();
        deliveries.MapGet("/", ListAsync)
            .WithSummary(
                "Lists deliveries, of one state, item or commune where that is asked for. A page may hold few and still name a next one.");
        deliveries.MapGet("/{id}", FindAsync).WithSummary("One delivery and what became of it.");
        deliveries.MapPost("/{id}/release", ReleaseAsync).WithSummary("Lets a post go out that waits for its commune.")
            .RequireAuthorization(Policies.Communicator);
        var work = deliveries.MapGroup("/{id}").RequireAuthorization(Policies.StaffOrCommunicator);
        work.MapPost("/confirm", ConfirmAsync)
            .WithSummary("Confirms that a hand task is done, and tells how many came; who told a figure may correct it.");
        work.MapPost("/take-back", TakeBackAsync).WithSummary("Takes back that a hand task is done.");
        work.MapPost("/retry", RetryAsync).WithSummary("Sends a failed delivery again.");
        work.MapPost("/settle", SettleAsync)
            .WithSummary("Says whether an uncertain delivery is there. If it is not, it is sent again.");
        api.MapGroup("/hand-tasks").LimitToOwnCommune().RequireAuthorization(Policies.StaffOrCommunicator)
            .MapGet("/{id}", HandTaskAsync)
            .WithSummary("The words and the pictures of a hand task, for the person who posts them.");
    }

    private static async Task<Results<Ok<PageAnswer<DeliveryAnswer>>, ProblemHttpResult>> ListAsync(
        Named<DeliveryState>? state,
        ItemId? item,
        CommuneId? commune,
        string? next,
        [AsParameters] DeliveryListServices services,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(
            (await services.Deliveries.PageAsync(state?.Value, item, services.Caller.CommuneOf(commune), next, cancellationToken))
                .ToAnswer(DeliveryAnswer.Of));

    private static async Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> FindAsync(
        DeliveryId id, DeliveryCommands commands, CancellationToken cancellationToken) =>
        (await commands.FindAsync(id, cancellationToken)).ToAnswer(Answer, NotFound(id));

    private static async Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> ConfirmAsync(
        DeliveryId id, ConfirmRequest? request, CurrentPerson caller, DeliveryCommands commands, CancellationToken cancellationToken) =>
        (await commands.ConfirmAsync(id, request?.Attendance, caller.Person, cancellationToken)).ToAnswer(Answer);

    private static async Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> TakeBackAsync(
        DeliveryId id, CurrentPerson caller, DeliveryCommands commands, CancellationToken cancellationToken) =>
        (await commands.ExecuteOneAsync(new DeliveryCommand.TakeBack(), id, caller.Person, cancellationToken)).ToAnswer(Answer);

    private static async Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> ReleaseAsync(
        DeliveryId id, CurrentPerson caller, DeliveryCommands commands, CancellationToken cancellationToken) =>
        (await commands.ReleaseAsync(id, caller.Person, cancellationToken)).ToAnswer(Answer);

    private static async Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> RetryAsync(
        DeliveryId id, CurrentPerson caller, DeliveryCommands commands, CancellationToken cancellationToken) =>
        (await commands.RetryAsync(id, caller.Person, cancellationToken)).ToAnswer(Answer);

    private static async Task<Results<Ok<DeliveryAnswer>, ProblemHttpResult>> SettleAsync(
        DeliveryId id, SettleRequest request, CurrentPerson caller, DeliveryCommands commands, CancellationToken cancellationToken) =>
        (await commands.SettleAsync(id, request.IsThere, caller.Person, cancellationToken)).ToAnswer(Answer);

    private static async Task<Results<Ok<HandTaskAnswer>, ProblemHttpResult>> HandTaskAsync(
        DeliveryId id, HandTaskPosts posts, CancellationToken cancellationToken) =>
        (await posts.FindAsync(id, cancellationToken)).ToAnswer(HandTaskAnswer.Of, NotFound(id));

    private static DeliveryAnswer Answer(StoredDelivery row) => DeliveryAnswer.Of(row.Value);

    private static Problem NotFound(DeliveryId id) => new(nameof(ProblemTexts.DeliveryNotFound), null, id.ToString());
}
