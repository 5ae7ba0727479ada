using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>The list of a commune's hand tasks: one tap confirms one, or all that are ticked.</summary>
internal static class HandTaskPages
{
    public static void MapHandTaskPages(this IEndpointRouteBuilder pages)
    {
        var tasks = pages.MapGroup(HandTaskQuery.Path).RequireAuthorization(Policies.StaffOrCommunicator).LimitToOwnCommune();
        tasks.MapGet(
            "/", (HandTaskQuery query, [AsParameters] HandTaskPageServices page, CancellationToken cancellationToken) =>
                page.ShowAsync(query, [], (null, HandTaskTicks.None), cancellationToken));
        tasks.MapPost("/confirm", ConfirmAsync);
        tasks.MapGet("/done", ShowConfirmedAsync);
        tasks.MapGet("/expired", ShowExpiredAsync);
        tasks.MapPost("/undo", UndoAsync);
        tasks.MapLoudspeakers();
        tasks.MapOneHandTask();
    }

    private static async Task<IResult> ConfirmAsync(
        HandTaskQuery query, IFormCollection form, [AsParameters] HandTaskPageServices page, CancellationToken cancellationToken)
    {
        if (Selected.Read(form, out var ids) is { } problem)
        {
            return await page.ShowAsync(query, [problem], (null, HandTaskTicks.Of(form)), cancellationToken);
        }

        var typed = form["link"].ToString();
        var link = string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
        var confirm = new DeliveryCommand.Confirm(Attendance: null) { Proof = link is null ? null : new(link) };
        var outcomes = await page.Commands.ExecuteAsync(confirm, ids, page.Caller.Person, cancellationToken);
        var confirmed = Selected.DoneOf(outcomes);
        return await PageAnswers.ManyDoneOrAgainAsync(
            confirmed.Count,
            Selected.ProblemsOf(page.Context, outcomes, await page.Directories.CurrentAsync(cancellationToken)),
            UndoForm.After(query.Address(), confirmed, page.Caller.Person.Id),
            DoneLabels.Confirmed,
            (problems, done) => page.ShowAsync(query, problems, (done, HandTaskTicks.Of(form)), cancellationToken));
    }

    private static async Task<IResult> UndoAsync(
        HandTaskQuery query,
        [FromForm] string? at,
        [FromForm] string? list,
        [AsParameters] HandTaskPageServices page,
        CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        if (UndoForm.MomentOf(at) is not { } moment || CommuneWork.Commune(query.Commune, page.Caller, directory) is not { } commune)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.NotAConfirmedHandTask)));
        }

        // A second tap finds none, which is what was asked for.
        var ids = (await page.Confirmed.OfActAsync(commune.Id, moment, cancellationToken)).ConvertAll(task => task.Task.Delivery);
        var outcomes = await page.Commands.ExecuteAsync(new DeliveryCommand.TakeBack(), ids, page.Caller.Person, cancellationToken);
        return await PageAnswers.ManyDoneOrAgainAsync(
            outcomes.Count(outcome => outcome.IsDone),
            Selected.ProblemsOf(page.Context, outcomes, directory),
            query.BackTo(list),
            DoneLabels.TakenBack,
            (problems, done) => page.ShowAsync(query, problems, (done, HandTaskTicks.None), cancellationToken));
    }

    private static async Task<IResult> ShowConfirmedAsync(
        HandTaskQuery query, string? next, [AsParameters] HandTaskPageServices page, CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        var commune = CommuneWork.Commune(query.Commune, page.Caller, directory);
        var tasks = commune is null ? new([], null) : await page.Confirmed.PageAsync(commune.Id, next, cancellationToken);
        return PageAnswers.Page<ConfirmedTasksPage, ConfirmedTasksModel>(
            new(PageFrame.Of(page.Context, Texts.ConfirmedTitle), directory, commune, tasks));
    }

    /// <summary>
    /// Seldom looked at, and so no list of its own: a page of what expired in the commune, and one transaction for each item of it.
    /// </summary>
    private static async Task<IResult> ShowExpiredAsync(
        HandTaskQuery query,
        string? next,
        ItemReader items,
        DeliveryPages deliveries,
        [AsParameters] HandTaskPageServices page,
        CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        var commune = CommuneWork.Commune(query.Commune, page.Caller, directory);
        var expired = commune is null
            ? new([], null)
            : await deliveries.PageAsync(DeliveryState.Expired, item: null, commune.Id, next, cancellationToken);
        var byHand = expired.Rows.Select(row => row.Value).Where(delivery => delivery.IsByHand).ToList();
        var model = new ExpiredTasksModel(
            PageFrame.Of(page.Context, Texts.ExpiredTasksTitle), directory, commune, (byHand, expired.Next))
        {
            Headlines = await items.HeadlinesAsync(byHand.Select(delivery => delivery.Id.Version.Item), cancellationToken),
        };
        return PageAnswers.Page<ExpiredTasksPage, ExpiredTasksModel>(model);
    }
}
