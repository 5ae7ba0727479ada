using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Shows the troubles, and does something about some of them.</summary>
internal sealed class TroublesHandler(
    TroubleReader troubles,
    DeliveryCommands commands,
    AlertStore alerts,
    ConnectionService connections,
    ItemReader items,
    DirectoryStore directories)
{
    /// <summary>
    /// One transaction; one or two more where there is more than the page holds, one for the alerts and one for each item that they name.
    /// </summary>
    /// <param name="ticked">What was ticked and may not be done.</param>
    /// <param name="done">What was done all the same, where not all could be.</param>
    public async Task<IResult> ShowAsync(
        TroubleQuery query,
        HttpContext context,
        IReadOnlyList<Problem> problems,
        IReadOnlyList<DeliveryId> ticked,
        string? done,
        CancellationToken cancellationToken)
    {
        var seen = query.For(CurrentPerson.Of(context).Person);
        var frame = PageFrame.Of(context, Texts.TroublesTitle, query.Address());
        var deliveries = seen is null ? new([], null) : await troubles.PageAsync(seen.Filter, seen.Next, cancellationToken);
        var raised = frame.Person?.Is(Role.Staff) == true
            ? await alerts.PageAsync(context.Request.Query["alerts"], cancellationToken)
            : new([], null);
        var model = new TroublesModel(
            frame with { Problems = problems, Done = done ?? frame.Done },
            seen ?? query,
            deliveries,
            raised,
            await directories.CurrentAsync(cancellationToken))
        {
            Counts = await CountsAsync(seen, deliveries, cancellationToken),
            Ticked = ticked,
            Headlines = await items.HeadlinesAsync(
                raised.Rows.Select(row => AlertLabels.VersionOf(row.Value)?.Item).OfType<ItemId>(), cancellationToken),
        };
        return PageAnswers.Page<TroublesPage, TroublesModel>(model, PageAnswers.StatusOf(problems));
    }

    /// <summary>Leads back to the list, or shows it with what was not done and why.</summary>
    /// <param name="ticked">What of it was ticked, and so stays ticked where it was not done.</param>
    public async Task<IResult> ActAsync(
        TroubleQuery query,
        TroubleAction action,
        IReadOnlyList<DeliveryId> ids,
        IReadOnlyList<DeliveryId> ticked,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var outcomes = await Selected.ExecuteAsync(
            commands, action.Command, ids, CurrentPerson.Of(context).Person, cancellationToken);
        return await PageAnswers.ManyDoneOrAgainAsync(
            outcomes.Count(outcome => outcome.IsDone),
            Selected.ProblemsOf(context, outcomes, await directories.CurrentAsync(cancellationToken)),
            query.Address(),
            action.Done,
            (problems, done) => ShowAsync(query, context, problems, ticked, done, cancellationToken));
    }

    /// <summary>
    /// To all that failed of what is looked for, whatever of it the page shows. A second click finds none of them any more, which is what
    /// was asked for.
    /// </summary>
    public async Task<IResult> RetryAllAsync(TroubleQuery query, HttpContext context, CancellationToken cancellationToken)
    {
        var ids = query.For(CurrentPerson.Of(context).Person) is { } seen
            ? await troubles.FailedAsync(seen.Filter, Selected.MostTogether, cancellationToken)
            : [];
        var all = query with { Next = null };
        return ids.Count == 0
            ? Results.LocalRedirect(all.Address())
            : await ActAsync(all, TroubleAction.Retry, ids, [], context, cancellationToken);
    }

    public async Task<IResult> RetryAsync(
        TroubleQuery query, string kind, string id, HttpContext context, CancellationToken cancellationToken)
    {
        var retried = await alerts.RetryAsync(kind, id, CurrentPerson.Of(context).Person.Id.Value, cancellationToken);
        return await AnswerAsync(query, retried.Problem, DoneLabels.Retried, context, cancellationToken);
    }

    public async Task<IResult> DismissAsync(
        TroubleQuery query, string kind, string id, HttpContext context, CancellationToken cancellationToken)
    {
        // A second click finds the alert gone, which is what was asked for.
        await alerts.DismissAsync(kind, id, CurrentPerson.Of(context).Person.Id.Value, cancellationToken);
        return PageAnswers.Done(query.Address(), DoneLabels.Dismissed);
    }

    public async Task<IResult> ResumeAsync(TroubleQuery query, string lane, HttpContext context, CancellationToken cancellationToken)
    {
        var problem = await connections.ResumeAsync(lane, CurrentPerson.Of(context).Person.Id, cancellationToken);
        return await AnswerAsync(query, problem, DoneLabels.Resumed, context, cancellationToken);
    }

    public async Task<IResult> ReopenAsync(
        TroubleQuery query, DestinationId id, HttpContext context, CancellationToken cancellationToken)
    {
        var problem = await connections.ReopenAsync(id, CurrentPerson.Of(context).Person.Id, cancellationToken);
        return await AnswerAsync(query, problem, DoneLabels.Reopened, context, cancellationToken);
    }

    private Task<IResult> AnswerAsync(
        TroubleQuery query, Problem? problem, string done, HttpContext context, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrAgainAsync(
            problem is null ? [] : [problem],
            query.Address(),
            done,
            problems => ShowAsync(query, context, problems, [], done: null, cancellationToken));

    /// <summary>Where the page holds all that is looked for, nothing more is read.</summary>
    private async Task<TroubleCounts> CountsAsync(
        TroubleQuery? seen, Page<WorklistEntry> page, CancellationToken cancellationToken) =>
        seen is null ? TroubleCounts.None
        : seen.Next is null && page.Next is null ? TroubleCounts.Of([.. page.Rows.Select(row => row.Value)], isWhole: true)
        : await troubles.CountAsync(seen.Filter, cancellationToken);
}
