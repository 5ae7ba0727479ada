using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

/// <summary>The deliveries that wait for somebody.</summary>
internal static class DeliveryListEndpoints
{
    public static void MapDeliveryLists(this IEndpointRouteBuilder api)
    {
        var lists = api.MapGroup("").LimitToOwnCommune();
        lists.MapGet("/deliveries/troubled", TroubledAsync)
            .WithSummary(
                "Lists what failed or is uncertain, with the reasons; of one class, channel or commune where that is asked for. A page may "
                + "hold few and still name a next one.");
        var work = lists.MapGroup("").RequireAuthorization(Policies.StaffOrCommunicator);
        work.MapGet("/hand-tasks", HandTasksAsync).WithSummary("Lists a commune's hand tasks that nobody has confirmed.");
        work.MapGet("/hand-tasks/done", ConfirmedAsync)
            .WithSummary("Lists the hand tasks that a commune confirmed in the last 30 days, newest first.");
        work.MapGet("/held", HeldAsync).WithSummary("Lists the posts that wait for a commune's confirmation.");
    }

    private static async Task<Results<Ok<PageAnswer<WorklistAnswer>>, ProblemHttpResult>> TroubledAsync(
        Named<FailureClass>? @class,
        Named<ChannelKind>? channel,
        CommuneId? commune,
        string? next,
        [AsParameters] DeliveryListServices services,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(
            (await services.Troubles.PageAsync(
                new TroubleFilter(@class?.Value, channel?.Value, services.Caller.CommuneOf(commune)), next, cancellationToken))
                .ToAnswer(WorklistAnswer.Of));

    private static Task<Results<Ok<PageAnswer<WorklistAnswer>>, ProblemHttpResult>> HandTasksAsync(
        CommuneId? commune, string? next, CurrentPerson caller, WaitingReader lists, CancellationToken cancellationToken) =>
        OfCommuneAsync(commune, caller, id => lists.HandTasksAsync(id, next, cancellationToken), WorklistAnswer.Of);

    private static Task<Results<Ok<PageAnswer<ConfirmedTaskAnswer>>, ProblemHttpResult>> ConfirmedAsync(
        CommuneId? commune, string? next, CurrentPerson caller, ConfirmedTaskStore confirmed, CancellationToken cancellationToken) =>
        OfCommuneAsync(commune, caller, id => confirmed.PageAsync(id, next, cancellationToken), ConfirmedTaskAnswer.Of);

    private static Task<Results<Ok<PageAnswer<WorklistAnswer>>, ProblemHttpResult>> HeldAsync(
        CommuneId? commune, string? next, CurrentPerson caller, WaitingReader lists, CancellationToken cancellationToken) =>
        OfCommuneAsync(commune, caller, id => lists.HeldAsync(id, next, cancellationToken), WorklistAnswer.Of);

    // A communicator who names no commune means the own one.
    private static async Task<Results<Ok<PageAnswer<TAnswer>>, ProblemHttpResult>> OfCommuneAsync<T, TAnswer>(
        CommuneId? commune, CurrentPerson caller, Func<CommuneId, Task<Page<T>>> list, Func<T, TAnswer> shape) =>
        (caller.CommuneOf(commune) ?? caller.Person.Commune) is { } id
            ? TypedResults.Ok((await list(id)).ToAnswer(shape))
            : ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, ""));
}
