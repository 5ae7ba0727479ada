using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What the lists of hand tasks need, and the list of the open ones.</summary>
internal sealed record HandTaskPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] DeliveryCommands Commands,
    [FromServices] WaitingReader Waiting,
    [FromServices] ConfirmedTaskStore Confirmed,
    [FromServices] DirectoryStore Directories,
    [FromServices] TimeProvider Time)
{
    /// <param name="said">What was done of a form that was not done altogether, and what was ticked and typed in it.</param>
    public async Task<IResult> ShowAsync(
        HandTaskQuery query,
        IReadOnlyList<Problem> problems,
        (string? Done, HandTaskTicks Typed) said,
        CancellationToken cancellationToken)
    {
        var directory = await Directories.CurrentAsync(cancellationToken);
        var commune = CommuneWork.Commune(query.Commune, Caller, directory);
        query = query with { Commune = commune?.Id };
        var board = commune is null ? HandTaskList.Empty : await Waiting.CountHandTasksAsync(commune.Id, cancellationToken);
        var entries = commune is null
            ? new([], null)
            : await Waiting.HandTasksAsync(
                commune.Id, board, new(query.Version, query.Channel), query.After, cancellationToken);
        var frame = PageFrame.Of(Context, Texts.HandTasksTitle, query.Address());
        frame = frame with { Problems = problems, Done = said.Done ?? frame.Done };
        frame = frame with { Undo = UndoForm.Of(frame, query, Context.Request.Query[UndoForm.Parameter], HandTaskQuery.Path) };
        return PageAnswers.Page<HandTasksPage, HandTasksModel>(
            new(frame, directory, commune, (board, entries), query)
            {
                AllTicked = Context.Request.Query["ticked"] == "all",
                Typed = said.Typed,
            },
            PageAnswers.StatusOf(problems));
    }
}
