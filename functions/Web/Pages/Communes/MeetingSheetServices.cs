using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What the page of a sheet needs, and the page.</summary>
internal sealed record MeetingSheetServices(
    HttpContext Context, CurrentPerson Caller, [FromServices] MeetingImport Import, [FromServices] DirectoryStore Directories)
{
    public const string Address = "/meetings/sheet";

    /// <param name="sheet">As it is understood; null where none was sent.</param>
    /// <param name="content">The sheet itself.</param>
    public async Task<IResult> ShowAsync(
        MeetingSheet? sheet, ReadOnlyMemory<byte>? content, IReadOnlyList<Problem> problems, CancellationToken cancellationToken) =>
        PageAnswers.Page<MeetingSheetPage, MeetingSheetModel>(
            new(
                PageFrame.Of(Context, Texts.SheetTitle, Address) with { Problems = sheet is null ? problems : [] },
                sheet,
                await Directories.CurrentAsync(cancellationToken))
            {
                Content = content is { } bytes && sheet is { MayBeTaken: true } ? Convert.ToBase64String(bytes.Span) : null,
            },
            sheet is { AllProblems.IsEmpty: false } ? StatusCodes.Status422UnprocessableEntity : PageAnswers.StatusOf(problems));
}
