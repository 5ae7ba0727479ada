using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What the list of held posts needs, the list, and letting some of them go out.</summary>
internal sealed record HeldPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] DeliveryCommands Commands,
    [FromServices] WaitingReader Waiting,
    [FromServices] DirectoryStore Directories)
{
    /// <param name="ticked">What was ticked and is not released.</param>
    /// <param name="done">What was done all the same, where not all could be.</param>
    public async Task<IResult> ShowAsync(
        HeldQuery query,
        IReadOnlyList<Problem> problems,
        IReadOnlyList<DeliveryId> ticked,
        string? done,
        CancellationToken cancellationToken)
    {
        var directory = await Directories.CurrentAsync(cancellationToken);
        var commune = CommuneWork.Commune(query.Commune, Caller, directory);
        var held = commune is null ? new([], null) : await Waiting.HeldAsync(commune.Id, query.Next, cancellationToken);
        var frame = PageFrame.Of(Context, Texts.HeldTitle, query.Address());
        return PageAnswers.Page<HeldPage, HeldModel>(
            new(frame with { Problems = problems, Done = done ?? frame.Done }, query, directory, commune, held) { Ticked = ticked },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>What cannot be released keeps no other.</summary>
    public async Task<IResult> ReleaseAsync(HeldQuery query, IReadOnlyList<DeliveryId> ids, CancellationToken cancellationToken)
    {
        var outcomes = await Commands.ExecuteAsync(new DeliveryCommand.Release(), ids, Caller.Person, cancellationToken);
        return await PageAnswers.ManyDoneOrAgainAsync(
            outcomes.Count(outcome => outcome.IsDone),
            Selected.ProblemsOf(Context, outcomes, await Directories.CurrentAsync(cancellationToken)),
            (query with { Next = null }).Address(),
            DoneLabels.Released,
            (problems, done) => ShowAsync(query, problems, ids, done, cancellationToken));
    }
}
