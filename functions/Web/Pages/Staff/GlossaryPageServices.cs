using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Glossary;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What the page of a glossary needs, and the page.</summary>
internal sealed record GlossaryPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] GlossaryStore Glossaries,
    [FromServices] DirectoryStore Directories)
{
    public async Task<IResult> ShowAsync(
        GlossaryQuery query, IReadOnlyList<Problem> problems, TermInput? typed, CancellationToken cancellationToken)
    {
        var read = await Glossaries.VersionAsync(query.Language, cancellationToken);
        return PageAnswers.Page<GlossaryPage, GlossaryModel>(
            new(PageFrame.Of(Context, Texts.GlossaryTitle, query.Address) with { Problems = problems }, query, read.Glossary)
            {
                Typed = typed,
                Directory = await Directories.CurrentAsync(cancellationToken),
            },
            PageAnswers.StatusOf(problems));
    }
}
