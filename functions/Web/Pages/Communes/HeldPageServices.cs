using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What the list of held posts needs, the list, and letting some of them go out.</summary>
internal sealed record HeldPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] DeliveryCommands Commands,
    [FromServices] WaitingReader Waiting,
    [FromServices] DirectoryStore Directories,
    [FromServices] TimeProvider Time)
{
    /// <summary>So many are named in an address at most; of more the page itself is the answer, whose form names all.</summary>
    private const int MostUndone = 20;

    /// <param name="ticked">What was ticked and is not released.</param>
    /// <param name="done">What was done all the same, where not all could be: in words, and what of it can be undone.</param>
    public async Task<IResult> ShowAsync(
        HeldQuery query,
        IReadOnlyList<Problem> problems,
        IReadOnlyList<DeliveryId> ticked,
        (string? Words, IReadOnlyList<DeliveryId> Undoable) done,
        CancellationToken cancellationToken)
    {
        var directory = await Directories.CurrentAsync(cancellationToken);
        var commune = CommuneWork.Commune(query.Commune, Caller, directory);
        var held = commune is null ? new([], null) : await Waiting.HeldAsync(commune.Id, query.Next, cancellationToken);
        var frame = PageFrame.Of(Context, Texts.HeldTitle, query.Address());
        frame = frame with { Undo = await UndoOfAsync(frame, query, done.Undoable, cancellationToken) };
        return PageAnswers.Page<HeldPage, HeldModel>(
            new(frame with { Problems = problems, Done = done.Words ?? frame.Done }, query, directory, commune, held) { Ticked = ticked },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>What cannot be released keeps no other.</summary>
    public async Task<IResult> ReleaseAsync(HeldQuery query, IReadOnlyList<DeliveryId> ids, CancellationToken cancellationToken)
    {
        var release = new DeliveryCommand.Release { Grace = HeldModel.Grace };
        var outcomes = await Commands.ExecuteAsync(release, ids, Caller.Person, cancellationToken);
        var (undoable, done) = (Undoable(Selected.DoneOf(outcomes)), outcomes.Count(outcome => outcome.IsDone));
        var refused = Selected.ProblemsOf(Context, outcomes, await Directories.CurrentAsync(cancellationToken));
        return undoable.Count > MostUndone
            ? await AgainAsync(refused, DoneLabels.OfMany(DoneLabels.Released, done))
            : await PageAnswers.ManyDoneOrAgainAsync(
                done,
                refused,
                undoable.Aggregate((query with { Next = null }).Address(), (so, id) => UndoForm.After(so, id.ToString())),
                DoneLabels.Released,
                AgainAsync);

        Task<IResult> AgainAsync(IReadOnlyList<Problem> problems, string? words) =>
            ShowAsync(query, problems, ids, (words, undoable), cancellationToken);
    }

    /// <summary>What was released a moment ago waits for the commune again: what is on its way meanwhile keeps no other.</summary>
    public async Task<IResult> UndoAsync(HeldQuery query, IReadOnlyList<DeliveryId> ids, CancellationToken cancellationToken)
    {
        var directory = await Directories.CurrentAsync(cancellationToken);
        var commune = Caller.Person.Commune is { } own ? directory.Find(own)?.Name ?? own.Value : "";
        var outcomes = await Commands.ExecuteAsync(new DeliveryCommand.UndoRelease(commune), ids, Caller.Person, cancellationToken);
        return await PageAnswers.ManyDoneOrAgainAsync(
            outcomes.Count(outcome => outcome.IsDone),
            Selected.ProblemsOf(Context, outcomes, directory),
            (query with { Next = null }).Address(),
            DoneLabels.Undone,
            (problems, words) => ShowAsync(query, problems, [], (words, []), cancellationToken));
    }

    /// <summary>The button that undoes a release of a moment ago, while its posts still wait; nothing elsewhere.</summary>
    /// <param name="released">What the form released that is answered; none where the address tells it.</param>
    private async Task<IHtmlContent> UndoOfAsync(
        PageFrame frame, HeldQuery query, IReadOnlyList<DeliveryId> released, CancellationToken cancellationToken)
    {
        var named = released.Count > 0 ? released
            : frame.DoneWord is not DoneLabels.Released ? []
            : Context.Request.Query[UndoForm.Parameter].Select(IStringId<DeliveryId>.Find).OfType<DeliveryId>().Take(MostUndone).ToList();
        var undoable = named.Count == 0
            ? []
            : Undoable((await Commands.ReadAsync(named, cancellationToken)).Select(stored => stored.Value));
        return undoable.Count == 0
            ? HtmlString.Empty
            : UndoForm.Of(frame, query.Address($"{HeldQuery.Path}/undo"), undoable.Select(id => (Selected.Field, id.ToString())));
    }

    /// <summary>Those that the reader released and that still wait: a moment, or for the end of quiet hours.</summary>
    private List<DeliveryId> Undoable(IEnumerable<Delivery> released)
    {
        var now = Time.GetUtcNow();
        return
        [
            .. released.Where(delivery => delivery.IsNotBegun && delivery.ReleasedBy == Caller.Person.Id && delivery.SendFrom > now)
                .Select(delivery => delivery.Id),
        ];
    }
}
