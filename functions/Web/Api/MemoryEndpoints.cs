using Dissemination.Directory;
using Dissemination.Intake;
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
        group.MapGet("/", Export).WithSummary("The translation memory of a language as TMX 1.4b.")
            .Produces<byte[]>(StatusCodes.Status200OK, MemoryExport.ContentType);
        group.MapGet("/files", Files).WithSummary("The files that were taken into the memory of a language.");
        var staff = group.MapGroup("").RequireAuthorization(Policies.Staff);
        staff.MapPost("/", TakeAsync)
            .WithSummary(
                "Takes a memory of another tool in (TMX 1.1 to 1.4): suggestions, which nobody here has approved. A file with a mistake in "
                + "it changes nothing.")
            .WithMetadata(new BodyLimit(ExchangeLimits.MostBytes));
        staff.MapDelete("/files/{file}", RemoveAsync).WithSummary("Takes back what a file suggested.");
    }

    // For pages too. Read out of storage while it is sent.
    public static IResult Export(LanguageTag language, MemoryExport export, HttpContext context) =>
        TypedResults.Stream(to => export.WriteAsync(language, to, context.RequestAborted), MemoryExport.ContentType, $"{language}.tmx");

    private static Ok<IAsyncEnumerable<MemoryFile>> Files(
        LanguageTag language, MemoryStore memory, CancellationToken cancellationToken) =>
        TypedResults.Ok(memory.FilesAsync(language, cancellationToken));

    /// <param name="name">What the file is called, for people to know it again.</param>
    private static async Task<Results<Ok<TakenMemoryAnswer>, ProblemHttpResult>> TakeAsync(
        LanguageTag language,
        string? name,
        HttpRequest request,
        CurrentPerson caller,
        MemoryImport import,
        CancellationToken cancellationToken)
    {
        var called = string.IsNullOrWhiteSpace(name) ? $"{language}.tmx" : name;
        var file = await UploadedFile.ReadAsync(request.Body, cancellationToken);
        return (await import.ReadAsync(language, called, file, caller.Person.Id, cancellationToken)).ToAnswer(TakenMemoryAnswer.Of);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        LanguageTag language, string file, CurrentPerson caller, MemoryImport import, CancellationToken cancellationToken) =>
        await import.RemoveAsync(language, file, caller.Person.Id, cancellationToken)
            ? TypedResults.NoContent()
            : ProblemAnswers.Of(new(nameof(ProblemTexts.MemoryFileNotFound)));
}
