using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What asking for translations needs, and the page with the open ones of a language.</summary>
internal sealed record AssignmentPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] TranslationService Translations,
    [FromServices] ItemReader Items,
    [FromServices] DirectoryStore Directories,
    [FromServices] TimeProvider Time)
{
    public const string Address = "/assignments";

    /// <summary>A page of the list.</summary>
    public static string AddressOf(LanguageTag? language, string? next) => QueryHelpers.AddQueryString(
        Address, new Dictionary<string, string?>(StringComparer.Ordinal) { ["language"] = language?.Value, ["next"] = next });

    /// <summary>One transaction.</summary>
    /// <param name="done">What was done all the same, where not all could be.</param>
    public async Task<IResult> ShowAsync(
        string? language,
        string? next,
        IReadOnlyList<Problem> problems,
        AssignmentForm typed,
        CancellationToken cancellationToken,
        string? done = null)
    {
        var directory = await Directories.CurrentAsync(cancellationToken);
        List<LanguageTag> spoken =
            [.. directory.Communes.SelectMany(commune => commune.Languages).Where(tag => !tag.IsVietnamese).Distinct()
                .OrderBy(tag => tag.Value, StringComparer.Ordinal)];
        LanguageTag? shown = spoken.Count == 0 ? null : spoken.Find(tag => tag.Value == language) is { Value: not null } chosen
            ? chosen
            : spoken[0];
        var page = shown is { } tag ? await Translations.InboxAsync(tag, next, cancellationToken) : new Page<InboxEntry>([], null);
        var frame = PageFrame.Of(Context, Texts.AssignmentsTitle, AddressOf(shown, next));
        return PageAnswers.Page<AssignmentsPage, AssignmentsModel>(
            new(frame with { Problems = problems, Done = done ?? frame.Done })
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
