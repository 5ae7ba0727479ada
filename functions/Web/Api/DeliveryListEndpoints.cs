using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

/// <summary>The deliveries that wait for somebody.</summary>
internal static class DeliveryListEndpoints
{
    public static void MapDeliveryLists(this IEndpointRouteBuilder api)
    {
        api.MapGet("/deliveries/troubled", TroubledAsync)
            .WithSummary("Lists what failed or is uncertain, with the reasons; of one class, channel or commune where that is asked for. A page may hold few and still name a next one.");
        api.MapGet("/hand-tasks", HandTasksAsync).WithSummary("Lists a commune's hand tasks that nobody has confirmed.");
        api.MapGet("/hand-tasks/done", ConfirmedAsync).WithSummary("Lists the hand tasks that a commune confirmed in the last 30 days, newest first.");
        api.MapGet("/held", HeldAsync).WithSummary("Lists the posts that wait for a commune's confirmation.");
    }

    private static async Task<Results<Ok<PageAnswer<WorklistAnswer>>, ProblemHttpResult>> TroubledAsync(
        string? @class, string? channel, string? commune, string? next, DeliveryLists lists, CancellationToken cancellation)
    {
        var unknown = StateFilter.Read<FailureClass>(@class, out var failure);
        unknown = StateFilter.Read<ChannelKind>(channel, out var kind) ?? unknown;
        if (unknown is not null)
        {
            return ProblemAnswers.Of(unknown);
        }

        CommuneId? place = null;
        if (commune is not null)
        {
            if (!CommuneId.TryParse(commune, null, out var id))
            {
                return ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, commune));
            }

            place = id;
        }

        return TypedResults.Ok((await lists.TroubledAsync(new TroubleFilter(failure, kind, place), next, cancellation)).ToAnswer(WorklistAnswer.Of));
    }

    private static Task<Results<Ok<PageAnswer<WorklistAnswer>>, ProblemHttpResult>> HandTasksAsync(
        string? commune, string? next, Acting acting, DeliveryLists lists, CancellationToken cancellation) =>
        OfCommuneAsync(commune, acting, id => lists.HandTasksAsync(id, next, cancellation), WorklistAnswer.Of);

    private static Task<Results<Ok<PageAnswer<ConfirmedTaskAnswer>>, ProblemHttpResult>> ConfirmedAsync(
        string? commune, string? next, Acting acting, ConfirmedTasks confirmed, CancellationToken cancellation) =>
        OfCommuneAsync(commune, acting, id => confirmed.PageAsync(id, next, cancellation), ConfirmedTaskAnswer.Of);

    private static Task<Results<Ok<PageAnswer<WorklistAnswer>>, ProblemHttpResult>> HeldAsync(
        string? commune, string? next, Acting acting, DeliveryLists lists, CancellationToken cancellation) =>
        OfCommuneAsync(commune, acting, id => lists.HeldAsync(id, next, cancellation), WorklistAnswer.Of);

    // A communicator who names no commune means the own one.
    private static async Task<Results<Ok<PageAnswer<TAnswer>>, ProblemHttpResult>> OfCommuneAsync<T, TAnswer>(
        string? commune, Acting acting, Func<CommuneId, Task<Page<T>>> list, Func<T, TAnswer> shape) =>
        CommuneId.TryParse(commune ?? acting.Person.Commune?.Value, null, out var id)
            ? TypedResults.Ok((await list(id)).ToAnswer(shape))
            : ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, commune ?? ""));
}
