using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>The translation memories: out as files, and files of other tools in.</summary>
internal static class MemoryPages
{
    public static void MapMemoryPages(this IEndpointRouteBuilder pages)
    {
        var memory = pages.MapGroup(MemoryPageServices.Path).RequireAuthorization(Policies.StaffOrCommunicator);
        memory.MapGet(
            "/", (string? language, [AsParameters] MemoryPageServices page, CancellationToken cancellationToken) =>
                page.ShowAsync(LanguageChoice.Of(language), [], taken: null, cancellationToken));
        memory.MapGet("/{language}/tmx", MemoryEndpoints.Export);
        var staff = memory.MapGroup("").RequireAuthorization(Policies.Staff);
        staff.MapPost("/", TakeAsync).WithMetadata(BodyLimit.ExchangeForm);
        staff.MapPost("/{language}/files/{file}/remove", RemoveAsync)
            .WithMetadata(new UnreadAs(nameof(ProblemTexts.MemoryFileNotFound)));
    }

    /// <summary>
    /// The page follows at once and not by a redirect, because it tells what was left out; sent again, the file changes nothing.
    /// </summary>
    private static async Task<IResult> TakeAsync(
        IFormFile? file, [FromForm] string? language, [AsParameters] MemoryPageServices page, CancellationToken cancellationToken)
    {
        var tag = LanguageChoice.Of(language);
        if (LanguageChoice.Check(language) is { } wrong)
        {
            return await page.ShowAsync(tag, [wrong], taken: null, cancellationToken);
        }

        if (file is null)
        {
            return await page.ShowAsync(tag, [new(nameof(ProblemTexts.NoFileChosen))], taken: null, cancellationToken);
        }

        var bytes = await UploadedFile.ReadAsync(file, cancellationToken);
        var taken = await page.Import.ReadAsync(tag, file.FileName, bytes, page.Caller.Person.Id, cancellationToken);
        return await page.ShowAsync(tag, taken.Problems, taken.Value, cancellationToken);
    }

    private static async Task<IResult> RemoveAsync(
        LanguageTag language, string file, [AsParameters] MemoryPageServices page, CancellationToken cancellationToken) =>
        await page.Import.RemoveAsync(language, file, page.Caller.Person.Id, cancellationToken)
            ? PageAnswers.Done(MemoryPageServices.AddressOf(language), DoneLabels.MemoryRemoved)
            : await page.ShowAsync(
                LanguageChoice.Of(language.Value), [new(nameof(ProblemTexts.MemoryFileNotFound))], taken: null, cancellationToken);
}
