using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Translation.Memory;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What the page of a memory needs, and the page.</summary>
internal sealed record MemoryPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] MemoryStore Memory,
    [FromServices] MemoryImport Import,
    [FromServices] DirectoryStore Directories)
{
    public const string Path = "/memory";

    public static string AddressOf(LanguageTag language) => $"{Path}?language={language}";

    /// <param name="taken">What was just taken in, and what of it was not.</param>
    public async Task<IResult> ShowAsync(
        LanguageTag language, IReadOnlyList<Problem> problems, TakenMemory? taken, CancellationToken cancellationToken)
    {
        var frame = PageFrame.Of(Context, Texts.MemoryTitle, AddressOf(language)) with { Problems = problems };
        return PageAnswers.Page<MemoryPage, MemoryModel>(
            new(taken is null ? frame : frame with { Done = DoneOf(taken) })
            {
                Language = language,
                Files = await Memory.FilesAsync(language, cancellationToken).OrderByDescending(file => file.At)
                    .ToListAsync(cancellationToken),
                LeftOut = taken?.LeftOut ?? [],
                Directory = await Directories.CurrentAsync(cancellationToken),
            },
            PageAnswers.StatusOf(problems));
    }

    private static string DoneOf(TakenMemory taken) =>
        TextFormat.Fill(taken.IsNew ? Texts.MemoryTaken : Texts.MemoryTakenBefore, taken.File.Name, taken.File.Segments);
}
