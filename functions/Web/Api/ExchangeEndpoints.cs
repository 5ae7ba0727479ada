using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Exchange;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Api;

internal static class ExchangeEndpoints
{
    public static void MapExchange(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/xliff").RequireAuthorization(Policies.StaffOrCommunicator);
        group.MapGet("/{version}", OneAsync).WithSummary("A translation as XLIFF 2.1, for a translator's own tool.").Produces<byte[]>(StatusCodes.Status200OK, XliffFile.ContentType);
        group.MapGet("/", QueueAsync).WithSummary("All that waits for words in a language, as one XLIFF 2.1 file.").Produces<byte[]>(StatusCodes.Status200OK, XliffFile.ContentType);
        group.MapPost("/", TakeAsync)
            .WithSummary("Takes over what was written in another tool (XLIFF 2.0, 2.1 or 1.2), as drafts. A file with a mistake in it changes nothing.")
            .WithMetadata(new BodyLimit(ExchangeLimits.MostBytes))
            .RequireAuthorization(Policies.Communicator);
    }

    private static async Task<IResult> OneAsync(string version, TranslationFiles files, CancellationToken cancellation) =>
        VersionId.TryParse(version, null, out var id) && await files.WriteAsync(id, cancellation) is { } file
            ? XliffFile.Of(file, $"{id}.xlf")
            : ProblemAnswers.Of(new(nameof(ProblemTexts.TranslationNotFound), null, version));

    private static async Task<IResult> QueueAsync(string language, TranslationFiles files, CancellationToken cancellation) =>
        LanguageTag.TryParse(language, null, out var tag) ? XliffFile.Of(await files.WriteQueueAsync(tag, cancellation), $"{tag}.xlf") : Unknown(language);

    private static async Task<IResult> TakeAsync(string language, HttpRequest request, Acting acting, TranslationFiles files, CancellationToken cancellation)
    {
        if (!LanguageTag.TryParse(language, null, out var tag))
        {
            return Unknown(language);
        }

        var taken = await files.ReadAsync(tag, $"{tag}.xlf", await UploadedFile.ReadAsync(request.Body, cancellation), acting.Person, cancellation);
        return taken.IsValid
            ? TypedResults.Ok<IReadOnlyList<TakenFileAnswer>>([.. taken.Value.Select(TakenFileAnswer.Of)])
            : ProblemAnswers.OfAll(taken.Problems);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Unknown(string language) => ProblemAnswers.Of(LanguageCheck.Check(language)!);
}

/// <summary>What became of one translation of a file.</summary>
/// <param name="Segments">How many segments got new words.</param>
/// <param name="Problems">Why others did not.</param>
internal sealed record TakenFileAnswer(VersionId Version, int Segments, IReadOnlyList<ProblemAnswer> Problems)
{
    public static TakenFileAnswer Of(TakenFile file) => new(file.Version, file.Segments, [.. file.Problems.Select(ProblemAnswer.Of)]);
}
