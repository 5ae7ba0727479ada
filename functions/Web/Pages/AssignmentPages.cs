using Azure;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>Where provincial staff ask communes for translations, many at once.</summary>
internal static class AssignmentPages
{
    public static void MapAssignmentPages(this IEndpointRouteBuilder pages)
    {
        var assignments = pages.MapGroup(AssignmentPageServices.Address).RequireAuthorization(Policies.Staff);
        assignments.MapGet(
            "/", (string? language, string? next, [AsParameters] AssignmentPageServices page, CancellationToken cancellationToken) =>
                page.ShowAsync(language, next, [], AssignmentForm.Empty, cancellationToken));
        assignments.MapPost("/", AssignAsync);
    }

    private static async Task<IResult> AssignAsync(
        string? language,
        string? next,
        IFormCollection form,
        [AsParameters] AssignmentPageServices page,
        CancellationToken cancellationToken)
    {
        var due = Assignee.Due(form["due"]);
        var chosen = form[Selected.Field].Select(IStringId<TextId>.Find).OfType<TextId>().ToList();
        if ((Selected.CheckNumber(chosen.Count) ?? Assignee.CheckChosen(form["to"]) ?? due.Problem) is { } refused)
        {
            return await page.ShowAsync(language, next, [refused], AssignmentForm.Of(form), cancellationToken);
        }

        var open = await AssignEachAsync(chosen, Assignee.Read(form["to"], due.At, page.Caller.Person.Id), page, cancellationToken);
        return await PageAnswers.ManyDoneOrAgainAsync(
            chosen.Count - open.Count,
            await Selected.NotDoneAsync(page.Context, open, page.Items, cancellationToken),
            $"{AssignmentPageServices.Address}?language={Uri.EscapeDataString(language ?? "")}",
            DoneLabels.Assigned,
            (problems, done) => page.ShowAsync(language, next, problems, AssignmentForm.Of(form), cancellationToken, done));
    }

    /// <summary>Each is assigned by itself: those that cannot be keep no other. Five transactions each.</summary>
    /// <returns>What was not done, and why.</returns>
    private static async Task<List<(string Id, ItemId Item, Problem Why)>> AssignEachAsync(
        List<TextId> chosen, Assignment? assignment, AssignmentPageServices page, CancellationToken cancellationToken)
    {
        List<(string Id, ItemId Item, Problem Why)> open = [];
        foreach (var id in chosen)
        {
            var assigned = await page.Translations.AssignAsync(id, assignment, page.Caller.Person, ETag.All, cancellationToken);
            if (assigned.Problem is { } problem)
            {
                open.Add((id.ToString(), id.Item, problem));
            }
        }

        return open;
    }
}
