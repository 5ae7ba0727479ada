using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Exchange;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>Translations as files for a translator's own tool, and back.</summary>
internal static class ExchangePages
{
    /// <summary>A form adds a little around its file.</summary>
    private const long MostBytes = ExchangeLimits.MostBytes + 65_536;

    public static void MapExchangePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/translations/{version}/xliff", OneAsync).RequireAuthorization(Policies.StaffOrCommunicator);
        var inbox = pages.MapGroup("/inbox/xliff").RequireAuthorization(Policies.Communicator);
        inbox.MapGet("/", QueueAsync);
        inbox.MapPost("/", TakeAsync).WithMetadata(new BodyLimit(MostBytes));
    }

    private static async Task<IResult> OneAsync(string version, TranslationFiles files, CancellationToken cancellation) =>
        VersionId.TryParse(version, null, out var id) && await files.WriteAsync(id, cancellation) is { } file
            ? XliffFile.Of(file, $"{id}.xlf")
            : ProblemAnswers.Of(new(nameof(ProblemTexts.TranslationNotFound), null, version));

    private static async Task<IResult> QueueAsync(string? language, TranslationFiles files, CancellationToken cancellation) =>
        LanguageTag.TryParse(language, null, out var tag)
            ? XliffFile.Of(await files.WriteQueueAsync(tag, cancellation), $"{tag}.xlf")
            : ProblemAnswers.Of(LanguageCheck.Check(language ?? "")!);

    private static async Task<IResult> TakeAsync(
        IFormFile? file, [FromForm] string? language, HttpContext context, Acting acting, TranslationFiles files, InboxRoom inbox, CancellationToken cancellation)
    {
        if (file is null || !LanguageTag.TryParse(language, null, out var tag))
        {
            return await inbox.ShowAsync(language: null, next: null, context, acting.Person, [new(nameof(ProblemTexts.NoFileChosen))], cancellation);
        }

        await using var stream = file.OpenReadStream();
        var taken = await files.ReadAsync(tag, file.FileName, await UploadedFile.ReadAsync(stream, cancellation), acting.Person, cancellation);
        IReadOnlyList<Problem> problems = taken.IsValid ? [.. taken.Value.SelectMany(one => one.Problems)] : taken.Problems;
        return problems.Count == 0
            ? PageAnswers.Done("/inbox", DoneWords.XliffTaken)
            : await inbox.ShowAsync(language: null, next: null, context, acting.Person, problems, cancellation);
    }
}
