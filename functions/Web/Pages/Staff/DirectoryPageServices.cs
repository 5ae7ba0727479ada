using Dissemination.Deliveries.DirectoryChanges;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What the page of the directory needs, and the page.</summary>
internal sealed record DirectoryPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] DirectoryChangeService Changes,
    [FromServices] DirectoryStore Directories)
{
    public const string Address = "/directory";

    public async Task<IResult> ShowAsync(IReadOnlyList<Problem> problems, CancellationToken cancellationToken)
    {
        var frame = PageFrame.Of(Context, Texts.DirectoryTitle, Address) with { Problems = problems };
        return PageAnswers.Page<DirectoryPage, DirectoryModel>(
            new(frame, await Directories.CurrentAsync(cancellationToken), await Changes.FindAsync(cancellationToken)),
            PageAnswers.StatusOf(problems));
    }
}
