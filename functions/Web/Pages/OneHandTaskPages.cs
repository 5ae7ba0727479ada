using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages;

/// <summary>One hand task: its words to copy, its confirmation with how many people came, and taking that back.</summary>
internal static class OneHandTaskPages
{
    public static void MapOneHandTask(this IEndpointRouteBuilder tasks)
    {
        tasks.MapGet("/{id}", (DeliveryId id, [AsParameters] OneHandTaskServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(id, [], typed: null, cancellationToken));
        tasks.MapPost("/{id}/confirm", ConfirmAsync);
        tasks.MapPost("/{id}/take-back", TakeBackAsync);
    }

    private static async Task<IResult> ConfirmAsync(
        DeliveryId id,
        HandTaskQuery query,
        ProofForm form,
        [AsParameters] OneHandTaskServices page,
        CancellationToken cancellationToken)
    {
        var (confirm, problem) = form.Read();
        var confirmed = problem is not null
            ? problem
            : await page.Commands.ExecuteOneAsync(confirm, id, page.Caller.Person, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            confirmed.Problems,
            UndoForm.After(ListOf(query, id), id),
            DoneLabels.Confirmed,
            problems => page.ShowAsync(id, problems, form, cancellationToken));
    }

    private static async Task<IResult> TakeBackAsync(
        DeliveryId id, HandTaskQuery query, [AsParameters] OneHandTaskServices page, CancellationToken cancellationToken)
    {
        var takenBack = await page.Commands.ExecuteOneAsync(
            new DeliveryCommand.TakeBack(), id, page.Caller.Person, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            takenBack.Problems,
            ListOf(query, id),
            DoneLabels.TakenBack,
            problems => page.ShowAsync(id, problems, typed: null, cancellationToken));
    }

    // Back to the list as it was looked at; from elsewhere to that of its commune.
    private static string ListOf(HandTaskQuery query, DeliveryId delivery) =>
        (query with { Commune = query.Commune ?? delivery.Destination.Commune }).Address();
}
