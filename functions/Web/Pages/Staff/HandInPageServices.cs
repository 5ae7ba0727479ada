using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What the pages of hand-ins need, and the list of them.</summary>
internal sealed record HandInPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] HandInService Service,
    [FromServices] HandInStore HandIns,
    [FromServices] DirectoryStore Directories,
    [FromServices] Store Store)
{
    public const string Address = "/hand-in";

    public async Task<IResult> ListAsync(string? next, IReadOnlyList<Problem> problems, CancellationToken cancellationToken)
    {
        var page = await HandIns.ListAsync(state: null, file: null, next, size: 20, cancellationToken);
        var frame = PageFrame.Of(Context, Texts.HandInTitle) with { Problems = problems };
        return PageAnswers.Page<HandInListPage, HandInListModel>(
            new(frame, page, await Directories.CurrentAsync(cancellationToken)), PageAnswers.StatusOf(problems));
    }
}
