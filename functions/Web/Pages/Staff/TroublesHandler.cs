using System.Globalization;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Shows the troubles, and does something about some of them.</summary>
internal sealed class TroublesHandler(TroubleReader troubles, DeliveryCommands commands, AlertStore alerts, DirectoryStore directories)
{
    public async Task<IResult> ShowAsync(
        TroubleQuery query, HttpContext context, IReadOnlyList<Problem> problems, string? done, CancellationToken cancellationToken)
    {
        var seen = query.For(CurrentPerson.Of(context).Person);
        var frame = PageFrame.Of(context, Texts.TroublesTitle, query.Address());
        var model = new TroublesModel(
            frame with { Problems = problems, Done = done ?? frame.Done },
            seen ?? query,
            seen is null ? new([], null) : await troubles.PageAsync(seen.Filter, seen.Next, cancellationToken),
            frame.Person?.Is(Role.Staff) == true
                ? await alerts.PageAsync(context.Request.Query["alerts"], cancellationToken)
                : new([], null),
            await directories.CurrentAsync(cancellationToken));
        return PageAnswers.Page<TroublesPage, TroublesModel>(model, PageAnswers.StatusOf(problems));
    }

    /// <summary>Leads back to the list, or shows it with what was not done and why.</summary>
    public async Task<IResult> ActAsync(
        TroubleQuery query,
        TroubleAction action,
        IReadOnlyList<DeliveryId> ids,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var outcomes = await commands.ExecuteAsync(action.Command, ids, CurrentPerson.Of(context).Person, cancellationToken);
        var number = outcomes.Count(outcome => outcome.IsDone);
        if (number < outcomes.Count)
        {
            var problems = Selected.ProblemsOf(context, outcomes, await directories.CurrentAsync(cancellationToken));
            return await ShowAsync(query, context, problems, number > 0 ? DoneLabels.OfMany(action.Done, number) : null, cancellationToken);
        }

        var back = query.Address();
        return PageAnswers.Done(
            number > 1 ? QueryHelpers.AddQueryString(back, "count", number.ToString(CultureInfo.InvariantCulture)) : back, action.Done);
    }
}
