using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What asking for translations needs, and the page with the open ones of a language.</summary>
internal sealed record AssignmentPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] TranslationService Translations,
    [FromServices] DirectoryStore Directories,
    [FromServices] TimeProvider Time)
{
    public const string Address = "/assignments";

    /// <summary>One transaction.</summary>
    public async Task<IResult> ShowAsync(
        string? language, string? next, IReadOnlyList<Problem> problems, AssignmentForm typed, CancellationToken cancellationToken)
    {
        var directory = await Directories.CurrentAsync(cancellationToken);
        List<LanguageTag> spoken =
            [.. directory.Communes.SelectMany(commune => commune.Languages).Where(tag => !tag.IsVietnamese).Distinct()
                .OrderBy(tag => tag.Value, StringComparer.Ordinal)];
        LanguageTag? shown = spoken.Count == 0 ? null : spoken.Find(tag => tag.Value == language) is { Value: not null } chosen
            ? chosen
            : spoken[0];
        var page = shown is { } tag ? await Translations.InboxAsync(tag, next, cancellationToken) : new Page<InboxEntry>([], null);
        return PageAnswers.Page<AssignmentsPage, AssignmentsModel>(
            new(PageFrame.Of(Context, Texts.AssignmentsTitle, Address) with { Problems = problems })
            {
                Languages = spoken,
                Language = shown,
                Entries = [.. page.Rows.Select(row => row.Value)],
                At = next,
                Next = page.Next,
                Typed = typed,
                Communes = [.. directory.Communes.Where(commune => shown is { } one && commune.Languages.Contains(one))],
                Directory = directory,
                Now = Time.GetUtcNow(),
            },
            PageAnswers.StatusOf(problems));
    }
}
