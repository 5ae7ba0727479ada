using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Exchange;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class ExchangeEndpoints
{
    public static void MapExchange(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/xliff").RequireAuthorization(Policies.StaffOrCommunicator);
        group.MapGet("/{version}", OneAsync).WithSummary("A translation as XLIFF 2.1, for a translator's own tool.")
            .Produces<byte[]>(StatusCodes.Status200OK, XliffFile.ContentType);
        group.MapGet("/", QueueAsync).WithSummary("All that waits for words in a language, as one XLIFF 2.1 file.")
            .Produces<byte[]>(StatusCodes.Status200OK, XliffFile.ContentType);
        group.MapPost("/", TakeAsync)
            .WithSummary(
                "Takes over what was written in another tool (XLIFF 2.0, 2.1 or 1.2), as drafts. A file with a mistake in it changes "
                + "nothing.")
            .WithMetadata(new BodyLimit(ExchangeLimits.MostBytes))
            .RequireAuthorization(Policies.Communicator);
    }

    // For pages too.
    public static async Task<IResult> OneAsync(VersionId version, ExchangeService files, CancellationToken cancellationToken) =>
        await files.WriteAsync(version, cancellationToken) is { } file
            ? XliffFile.Of(file, $"{version}.xlf")
            : ProblemAnswers.Of(new(nameof(ProblemTexts.TranslationNotFound), null, version.ToString()));

    // For pages too. Binding lets an empty language through.
    public static async Task<IResult> QueueAsync(LanguageTag language, ExchangeService files, CancellationToken cancellationToken) =>
        LanguageCheck.Check(language.Value) is { } problem
            ? ProblemAnswers.Of(problem)
            : XliffFile.Of(await files.WriteQueueAsync(language, cancellationToken), $"{language}.xlf");

    /// <summary>Tells the record what of a file was refused, for pages too: it may hold the translations of many.</summary>
    public static void Note(HttpContext context, Parsed<IReadOnlyList<TakenFile>> taken) => RefusedOfMany.Note(
        context,
        taken.IsValid ? taken.Value.SelectMany(one => one.Problems.Select(problem => (one.Version.ToString(), problem))) : []);

    private static async Task<Results<Ok<IReadOnlyList<TakenFileAnswer>>, ProblemHttpResult>> TakeAsync(
        LanguageTag language, HttpRequest request, CurrentPerson caller, ExchangeService files, CancellationToken cancellationToken)
    {
        if (LanguageCheck.Check(language.Value) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        var file = await UploadedFile.ReadAsync(request.Body, cancellationToken);
        var taken = await files.ReadAsync(language, $"{language}.xlf", file, caller.Person, cancellationToken);
        Note(request.HttpContext, taken);
        return taken.ToAnswer<IReadOnlyList<TakenFile>, IReadOnlyList<TakenFileAnswer>>(all => [.. all.Select(TakenFileAnswer.Of)]);
    }
}
