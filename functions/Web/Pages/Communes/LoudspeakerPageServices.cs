using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What the list for the loudspeakers needs, and the list.</summary>
internal sealed record LoudspeakerPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] DeliveryCommands Commands,
    [FromServices] LoudspeakerScripts Scripts,
    [FromServices] DirectoryStore Directories,
    [FromServices] TimeProvider Time)
{
    /// <summary>The list of the day, to play and to print: each text once. As many transactions as its texts take.</summary>
    /// <param name="typed">What was typed of which tasks in a form that was not done.</param>
    /// <param name="done">What was done all the same, where not all could be.</param>
    public async Task<IResult> ShowAsync(
        HandTaskQuery query,
        IReadOnlyList<Problem> problems,
        (IReadOnlyList<DeliveryId> Tasks, ProofForm Form)? typed,
        string? done,
        CancellationToken cancellationToken)
    {
        var (directory, now) = (await Directories.CurrentAsync(cancellationToken), Time.GetUtcNow());
        var commune = CommuneWork.Commune(query.Commune, Caller, directory);
        var scripts = commune is null
            ? []
            : await Scripts.OfAsync(commune.Id, language: null, LoudspeakersModel.MostScripts, cancellationToken);
        if (scripts.Any(script => script.Task.Voice is not null))
        {
            PageAnswers.AllowOwnSound(Context);
        }

        var frame = PageFrame.Of(Context, Texts.LoudspeakersTitle, query.Address(LoudspeakersModel.Path));
        frame = frame with { Problems = problems, Done = done ?? frame.Done };
        frame = frame with { Undo = UndoForm.Of(frame, query, Context.Request.Query[UndoForm.Parameter], LoudspeakersModel.Path) };
        var slots = commune?.AiringHours ?? [];
        return PageAnswers.Page<LoudspeakersPage, LoudspeakersModel>(
            new(frame, directory, commune, scripts)
            {
                Query = query,
                Typed = typed,
                Day = AiringDecisions.DayOf(slots, now),
                Airings = AiringDecisions.Place([.. scripts.Select(script => (script.Level, script.Length))], slots, now),
            },
            PageAnswers.StatusOf(problems));
    }
}
