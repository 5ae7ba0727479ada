using Azure;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.Extensions.Primitives;

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
        var chosen = form[Selected.Field];
        var problems = (Selected.CheckNumber(chosen.Count) ?? due.Problem) is { } refused
            ? [refused]
            : await AssignEachAsync(chosen, Assignee.Read(form["to"], due.At, page.Caller.Person.Id), page, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            problems,
            $"{AssignmentPageServices.Address}?language={Uri.EscapeDataString(language ?? "")}",
            DoneLabels.Assigned,
            wrong => page.ShowAsync(language, next, wrong, AssignmentForm.Of(form), cancellationToken));
    }

    /// <summary>Each is assigned by itself: those that cannot be are told, the others are done. Five transactions each.</summary>
    private static async Task<IReadOnlyList<Problem>> AssignEachAsync(
        StringValues chosen, Assignment? assignment, AssignmentPageServices page, CancellationToken cancellationToken)
    {
        List<(string Id, Problem Problem)> refused = [];
        foreach (var text in chosen)
        {
            var assigned = IStringId<TextId>.Find(text) is { } id
                ? await page.Translations.AssignAsync(id, assignment, page.Caller.Person, ETag.All, cancellationToken)
                : new Problem(nameof(ProblemTexts.TranslationNotFound), null, text ?? "");
            if (assigned.Problem is { } problem)
            {
                refused.Add((text ?? "", problem));
            }
        }

        return Selected.ProblemsOf(page.Context, refused);
    }
}
