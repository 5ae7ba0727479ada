using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>How far an item is: the line that renews itself, and what is done from its page about what failed or is late.</summary>
internal static class ItemWayPages
{
    public static void MapItemWayPages(this IEndpointRouteBuilder pages)
    {
        var items = pages.MapGroup("/items/{id}").RequireAuthorization();
        items.MapGet("/way", (ItemId id, [AsParameters] ItemPageServices page, CancellationToken cancellationToken) =>
            page.ShowWayAsync(id, cancellationToken)).ProlongsNoSession();
        items.MapGet("/way/live", (ItemId id, [AsParameters] ItemPageServices page, CancellationToken cancellationToken) =>
            page.FollowWayAsync(id, cancellationToken)).ProlongsNoSession();
        var acts = items.MapGroup("").RequireAuthorization(Policies.Staff);
        foreach (var action in TroubleAction.All)
        {
            acts.MapAction(action);
        }

        acts.MapPost("/remind", RemindAsync);
    }

    private static void MapAction(this RouteGroupBuilder items, TroubleAction action) =>
        items.MapPost(
            $"/troubles/{action.Name}",
            async (
                ItemId id,
                IFormCollection form,
                DeliveryCommands commands,
                [AsParameters] ItemPageServices page,
                CancellationToken cancellationToken) =>
            {
                if (Selected.Read(form, out var ids, Selected.MostTogether) is { } problem)
                {
                    return await page.ShowAsync(id, [problem], ItemForm.Empty, cancellationToken);
                }

                // Only what is this item's, whatever the form names.
                var outcomes = await Selected.ExecuteAsync(
                    commands,
                    action.Command,
                    ids.Where(delivery => delivery.Version.Item == id),
                    page.Caller.Person,
                    cancellationToken);
                var directory = await page.Directories.CurrentAsync(cancellationToken);
                return await PageAnswers.ManyDoneOrAgainAsync(
                    outcomes.Count(outcome => outcome.IsDone),
                    Selected.ProblemsOf(page.Context, outcomes, directory),
                    $"/items/{id}",
                    action.Done,
                    (problems, done) => page.ShowAsync(id, problems, ItemForm.Empty, cancellationToken, done));
            });

    private static async Task<IResult> RemindAsync(
        ItemId id,
        [FromForm] string? commune,
        HandTaskReminder reminder,
        [AsParameters] ItemPageServices page,
        CancellationToken cancellationToken)
    {
        var problem = IStringId<CommuneId>.Find(commune) is { } asked
            ? await reminder.AskAsync(asked, id, page.Caller.Person, cancellationToken)
            : new Problem(nameof(ProblemTexts.UnknownCommune), null, commune ?? "");
        return await PageAnswers.DoneOrAgainAsync(
            problem is null ? [] : [problem],
            $"/items/{id}",
            DoneLabels.CommuneReminded,
            problems => page.ShowAsync(id, problems, ItemForm.Empty, cancellationToken));
    }
}
