using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using ETag = Azure.ETag;

namespace Dissemination.Web.Pages;

/// <summary>Where provincial staff ask communes for translations, many at once.</summary>
internal static class AssignmentPages
{
    private const string Address = "/assignments";

    public static void MapAssignmentPages(this IEndpointRouteBuilder pages)
    {
        var assignments = pages.MapGroup(Address).RequireAuthorization(Policies.Staff);
        assignments.MapGet("/", (string? language, string? next, HttpContext context, Translations translations, DirectoryStore directories, TimeProvider time, CancellationToken cancellation) =>
            ShowAsync(language, next, context, translations, directories, time, [], cancellation));
        assignments.MapPost("/", AssignAsync);
    }

    /// <summary>One transaction.</summary>
    private static async Task<IResult> ShowAsync(
        string? language,
        string? next,
        HttpContext context,
        Translations translations,
        DirectoryStore directories,
        TimeProvider time,
        IReadOnlyList<Problem> problems,
        CancellationToken cancellation)
    {
        var directory = await directories.CurrentAsync(cancellation);
        List<LanguageTag> spoken = [.. directory.Communes.SelectMany(commune => commune.Languages).Where(tag => !tag.IsVietnamese).Distinct().OrderBy(tag => tag.Value, StringComparer.Ordinal)];
        LanguageTag? shown = spoken.Count == 0 ? null : spoken.Find(tag => tag.Value == language) is { Value: not null } chosen ? chosen : spoken[0];
        var page = shown is { } tag ? await translations.InboxAsync(tag, next, cancellation) : new Page<InboxEntry>([], null);
        return PageAnswers.Page<AssignmentsPage, AssignmentsModel>(
            new(PageFrame.Of(context, Texts.AssignmentsTitle, Address) with { Problems = problems })
            {
                Languages = spoken,
                Language = shown,
                Entries = [.. page.Rows.Select(row => row.Value)],
                Next = page.Next,
                Communes = [.. directory.Communes.Where(commune => shown is { } one && commune.Languages.Contains(one))],
                Directory = directory,
                Now = time.GetUtcNow(),
            },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>Each is assigned by itself: those that cannot be are told, the others are done. Five transactions each.</summary>
    private static async Task<IResult> AssignAsync(
        string? language, HttpContext context, Acting acting, Translations translations, DirectoryStore directories, TimeProvider time, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var due = Assignee.Due(form["due"]);
        var assignment = Assignee.Read(form["to"], due.At, acting.Person.Id);
        List<Problem> problems = (Selected.CheckNumber(form[Selected.Field].Count) ?? due.Problem) is { } refused ? [refused] : [];
        if (problems.Count == 0)
        {
            foreach (var text in form[Selected.Field])
            {
                var assigned = TextId.TryParse(text, null, out var id)
                    ? await translations.AssignAsync(id, assignment, acting.Person, ETag.All, cancellation)
                    : new Problem(nameof(ProblemTexts.TranslationNotFound), null, text ?? "");
                if (assigned.Problem is { } problem)
                {
                    problems.Add(new(nameof(ProblemTexts.OneOfManyNotDone), null, text ?? "", problem.Text(CultureInfo.CurrentUICulture)));
                }
            }
        }

        return problems.Count == 0
            ? PageAnswers.Done($"{Address}?language={Uri.EscapeDataString(language ?? "")}", DoneWords.Assigned)
            : await ShowAsync(language, next: null, context, translations, directories, time, problems, cancellation);
    }
}
