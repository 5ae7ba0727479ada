using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Memory;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class MemoryEndpoints
{
    public static void MapMemory(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/memory/{language}").RequireAuthorization(Policies.StaffOrCommunicator);
        group.MapGet("/", Export).WithSummary("The translation memory of a language as TMX 1.4b.").Produces<byte[]>(StatusCodes.Status200OK, MemoryExport.ContentType);
        group.MapGet("/files", FilesAsync).WithSummary("The files that were taken into the memory of a language.");
        group.MapPost("/", TakeAsync)
            .WithSummary("Takes a memory of another tool in (TMX 1.1 to 1.4): suggestions, which nobody here has approved. A file with a mistake in it changes nothing.")
            .WithMetadata(new BodyLimit(ExchangeLimits.MostBytes))
            .RequireAuthorization(Policies.Staff);
        group.MapDelete("/files/{file}", RemoveAsync).WithSummary("Takes back what a file suggested.").RequireAuthorization(Policies.Staff);
    }

    /// <summary>For pages too. Read out of storage while it is sent.</summary>
    public static IResult Export(string language, MemoryExport export, HttpContext context)
    {
        if (!LanguageTag.TryParse(language, null, out var tag))
        {
            return Unknown(language);
        }

        return TypedResults.Stream(to => export.WriteAsync(tag, to, context.RequestAborted), MemoryExport.ContentType, $"{tag}.tmx");
    }

    private static Results<Ok<IAsyncEnumerable<MemoryFile>>, ProblemHttpResult> FilesAsync(string language, MemoryCatalog memory, CancellationToken cancellation) =>
        LanguageTag.TryParse(language, null, out var tag) ? TypedResults.Ok(memory.FilesAsync(tag, cancellation)) : Unknown(language);

    /// <param name="name">What the file is called, for people to know it again.</param>
    private static async Task<Results<Ok<TakenMemoryAnswer>, ProblemHttpResult>> TakeAsync(
        string language, string? name, HttpRequest request, Acting acting, MemoryImport import, CancellationToken cancellation)
    {
        if (!LanguageTag.TryParse(language, null, out var tag))
        {
            return Unknown(language);
        }

        var called = string.IsNullOrWhiteSpace(name) ? $"{tag}.tmx" : name;
        var taken = await import.ReadAsync(tag, called, await UploadedFile.ReadAsync(request.Body, cancellation), acting.Person.Id, cancellation);
        return taken.IsValid ? TypedResults.Ok(TakenMemoryAnswer.Of(taken.Value)) : ProblemAnswers.OfAll(taken.Problems);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string language, string file, Acting acting, MemoryImport import, CancellationToken cancellation) =>
        !LanguageTag.TryParse(language, null, out var tag) ? Unknown(language)
        : await import.RemoveAsync(tag, file, acting.Person.Id, cancellation) ? TypedResults.NoContent()
        : ProblemAnswers.Of(new(nameof(ProblemTexts.MemoryFileNotFound)));

    private static ProblemHttpResult Unknown(string language) => ProblemAnswers.Of(LanguageCheck.Check(language)!);
}

/// <summary>What became of a file for the memory.</summary>
/// <param name="IsNew">False where nothing changed, because the memory had it already.</param>
/// <param name="LeftOut">What was not taken, and why.</param>
internal sealed record TakenMemoryAnswer(MemoryFile File, bool IsNew, IReadOnlyList<ProblemAnswer> LeftOut)
{
    public static TakenMemoryAnswer Of(TakenMemory taken) => new(taken.File, taken.IsNew, [.. taken.LeftOut.Select(ProblemAnswer.Of)]);
}
