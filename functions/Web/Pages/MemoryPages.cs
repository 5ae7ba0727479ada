using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Memory;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>The translation memories: out as files, and files of other tools in.</summary>
internal static class MemoryPages
{
    private const string Address = "/memory";

    /// <summary>A form adds a little around its file.</summary>
    private const long MostBytes = ExchangeLimits.MostBytes + 65_536;

    public static void MapMemoryPages(this IEndpointRouteBuilder pages)
    {
        var memory = pages.MapGroup(Address).RequireAuthorization(Policies.StaffOrCommunicator);
        memory.MapGet("/", (string? language, HttpContext context, MemoryCatalog catalog, DirectoryStore directories, CancellationToken cancellation) =>
            ShowAsync(language, context, catalog, directories, [], taken: null, cancellation));
        memory.MapGet("/{language}/tmx", MemoryEndpoints.Export);
        var staff = memory.MapGroup("").RequireAuthorization(Policies.Staff);
        staff.MapPost("/", TakeAsync).WithMetadata(new BodyLimit(MostBytes));
        staff.MapPost("/{language}/files/{file}/remove", RemoveAsync);
    }

    private static async Task<IResult> ShowAsync(
        string? language,
        HttpContext context,
        MemoryCatalog catalog,
        DirectoryStore directories,
        IReadOnlyList<Problem> problems,
        TakenMemory? taken,
        CancellationToken cancellation)
    {
        var tag = LanguageChoice.Of(language);
        var frame = PageFrame.Of(context, Texts.MemoryTitle, $"{Address}?language={tag}") with { Problems = problems };
        return PageAnswers.Page<MemoryPage, MemoryModel>(
            new(taken is null ? frame : frame with { Done = DoneOf(taken) })
            {
                Language = tag,
                Files = await catalog.FilesAsync(tag, cancellation).OrderByDescending(file => file.At).ToListAsync(cancellation),
                LeftOut = taken?.LeftOut ?? [],
                Directory = await directories.CurrentAsync(cancellation),
            },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>The page follows at once and not by a redirect, because it tells what was left out; sent again, the file changes nothing.</summary>
    private static async Task<IResult> TakeAsync(
        IFormFile? file, [FromForm] string? language, HttpContext context, Acting acting, MemoryCatalog catalog, MemoryImport import, DirectoryStore directories, CancellationToken cancellation)
    {
        if (LanguageChoice.Check(language) is { } wrong)
        {
            return await ShowAsync(language, context, catalog, directories, [wrong], taken: null, cancellation);
        }

        if (file is null)
        {
            return await ShowAsync(language, context, catalog, directories, [new(nameof(ProblemTexts.NoFileChosen))], taken: null, cancellation);
        }

        await using var stream = file.OpenReadStream();
        var taken = await import.ReadAsync(new(language!), file.FileName, await UploadedFile.ReadAsync(stream, cancellation), acting.Person.Id, cancellation);
        return await ShowAsync(language, context, catalog, directories, taken.Problems, taken.Value, cancellation);
    }

    private static async Task<IResult> RemoveAsync(
        string language, string file, HttpContext context, Acting acting, MemoryCatalog catalog, MemoryImport import, DirectoryStore directories, CancellationToken cancellation) =>
        LanguageTag.TryParse(language, null, out var tag) && await import.RemoveAsync(tag, file, acting.Person.Id, cancellation)
            ? PageAnswers.Done($"{Address}?language={tag}", DoneWords.MemoryRemoved)
            : await ShowAsync(language, context, catalog, directories, [new(nameof(ProblemTexts.MemoryFileNotFound))], taken: null, cancellation);

    private static string DoneOf(TakenMemory taken) =>
        string.Format(CultureInfo.CurrentCulture, taken.IsNew ? Texts.MemoryTaken : Texts.MemoryTakenBefore, taken.File.Name, taken.File.Segments);
}
