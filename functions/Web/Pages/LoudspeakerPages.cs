using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages;

/// <summary>
/// A commune's loudspeakers: the list of the day, what was aired in one tap, and the pack for a station without a network.
/// </summary>
internal static class LoudspeakerPages
{
    public static void MapLoudspeakers(this IEndpointRouteBuilder tasks)
    {
        tasks.MapGet(
            "/loudspeakers",
            (HandTaskQuery query, [AsParameters] LoudspeakerPageServices page, CancellationToken cancellationToken) =>
                page.ShowAsync(query, [], typed: null, done: null, cancellationToken));
        tasks.MapPost("/loudspeakers/confirm", ConfirmAsync);
        tasks.MapGet("/pack.zip", PackAsync);
    }

    /// <summary>A text was aired: by all its loudspeakers, each so many clusters, so often.</summary>
    private static async Task<IResult> ConfirmAsync(
        HandTaskQuery query, IFormCollection form, [AsParameters] LoudspeakerPageServices page, CancellationToken cancellationToken)
    {
        var typed = ProofForm.Of(form);
        var (confirm, wrong) = typed.Read();
        if ((Selected.Read(form, out var ids) ?? wrong) is { } problem)
        {
            return await page.ShowAsync(query, [problem], (ids, typed), done: null, cancellationToken);
        }

        var outcomes = await page.Commands.ExecuteAsync(confirm, ids, page.Caller.Person, cancellationToken);
        var aired = Selected.DoneOf(outcomes);
        return await PageAnswers.ManyDoneOrAgainAsync(
            aired.Count,
            Selected.ProblemsOf(page.Context, outcomes, await page.Directories.CurrentAsync(cancellationToken)),
            UndoForm.After(query.Address(LoudspeakersModel.Path), aired, page.Caller.Person.Id),
            DoneLabels.Confirmed,
            (problems, done) => page.ShowAsync(query, problems, (ids, typed), done, cancellationToken));
    }

    private static async Task<IResult> PackAsync(
        HandTaskQuery query,
        string? language,
        LoudspeakerPack pack,
        [AsParameters] LoudspeakerPageServices page,
        CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        if (CommuneWork.Commune(query.Commune, page.Caller, directory) is not { } commune)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, query.Commune?.Value ?? ""));
        }

        using var zip = new MemoryStream();
        await pack.WriteAsync(zip, commune, IStringId<LanguageTag>.Find(language), cancellationToken);
        return TypedResults.File(zip.ToArray(), "application/zip", $"loa-{commune.Id}.zip");
    }
}
