using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>One hand task: its words to copy, its confirmation with how many people came, and taking that back.</summary>
internal static class OneHandTaskPages
{
    /// <summary>A form adds a little around its file.</summary>
    private const int MostFormBytes = Limits.PictureBytes + 262_144;

    public static void MapOneHandTask(this IEndpointRouteBuilder tasks)
    {
        tasks.MapGet("/{id}", (DeliveryId id, [AsParameters] OneHandTaskServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(id, [], typed: null, cancellationToken));
        tasks.MapPost("/{id}/confirm", ConfirmAsync).WithMetadata(new BodyLimit(MostFormBytes));
        tasks.MapGet("/{id}/photograph", ShowPhotographAsync);
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
        var confirmed = problem is not null ? problem : await page.ConfirmAsync(id, confirm, form.Photograph, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            confirmed.Problems,
            UndoForm.After(
                OfCommune(query, id).Address(), confirmed.IsDone ? [confirmed.Value.Value] : [], page.Caller.Person.Id),
            DoneLabels.Confirmed,
            problems => page.ShowAsync(id, problems, form, cancellationToken));
    }

    private static async Task<IResult> TakeBackAsync(
        DeliveryId id,
        HandTaskQuery query,
        [FromForm] string? list,
        [AsParameters] OneHandTaskServices page,
        CancellationToken cancellationToken)
    {
        var takenBack = await page.Commands.ExecuteOneAsync(
            new DeliveryCommand.TakeBack(), id, page.Caller.Person, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            takenBack.Problems,
            OfCommune(query, id).BackTo(list),
            DoneLabels.TakenBack,
            problems => page.ShowAsync(id, problems, typed: null, cancellationToken));
    }

    /// <summary>What somebody added to the confirmation, for those who may see the task.</summary>
    private static async Task<IResult> ShowPhotographAsync(
        DeliveryId id, [AsParameters] OneHandTaskServices page, CancellationToken cancellationToken)
    {
        if ((await page.Commands.FindAsync(id, cancellationToken))?.Value.Proof?.Photograph is not { } name
            || await page.Photographs.FindAsync(name, cancellationToken) is not var (bytes, type))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.PhotographNotFound)));
        }

        page.Context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(bytes.ToArray(), type);
    }

    // Back to the list as it was looked at; from elsewhere to that of its commune.
    private static HandTaskQuery OfCommune(HandTaskQuery query, DeliveryId delivery) =>
        query with { Commune = query.Commune ?? delivery.Destination.Commune };
}
