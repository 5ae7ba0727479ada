using Azure;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class TranslationEndpoints
{
    public static void MapTranslations(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/translations");
        group.MapGet("/", ListAsync).WithSummary("Lists the open translations, of one language where that is asked for.");
        group.MapGet("/{version}", FindAsync).WithSummary("A translation with its source; the ETag names what was read.");
        group.MapPut("/{version}", DraftAsync).WithSummary("Writes the words of a translation. An edit takes an approval back. Needs If-Match.");
        group.MapPost("/{version}/submit", SubmitAsync).WithSummary("Asks for review. Needs If-Match.");
        group.MapPost("/{version}/approve", ApproveAsync).WithSummary("Approves a translation that is in review and that the person did not edit. Needs If-Match.");
        group.MapPost("/{version}/return", ReturnAsync).WithSummary("Gives a translation back with a reason. Needs If-Match.");
    }

    private static async Task<Results<Ok<PageAnswer<InboxEntry>>, ProblemHttpResult>> ListAsync(
        string? language, string? next, Translations translations, CancellationToken cancellation)
    {
        if (language is null)
        {
            return TypedResults.Ok((await translations.InboxAsync(language: null, next, cancellation)).ToAnswer(entry => entry));
        }

        return LanguageTag.TryParse(language, null, out var tag)
            ? TypedResults.Ok((await translations.InboxAsync(tag, next, cancellation)).ToAnswer(entry => entry))
            : ProblemAnswers.Of(new(nameof(ProblemTexts.LanguageUnknown), null, language));
    }

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> FindAsync(
        string version, HttpContext context, Translations translations, Items items, CancellationToken cancellation) =>
        VersionId.TryParse(version, null, out var id) && await translations.FindAsync(id, cancellation) is { } row
            ? await AnswerAsync(row, context, items, cancellation)
            : NotFound(version);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> DraftAsync(
        string version, DraftRequest request, Versions read, Acting acting, HttpContext context, Translations translations, Items items, CancellationToken cancellation) =>
        ChangeAsync(
            version,
            read,
            context,
            items,
            (id, etag) => translations.DraftAsync(id, TranslatedText.Normalise(request.Title, request.Summary, request.Body), acting.Person, etag, cancellation),
            cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> SubmitAsync(
        string version, Versions read, Acting acting, HttpContext context, Translations translations, Items items, CancellationToken cancellation) =>
        ChangeAsync(version, read, context, items, (id, etag) => translations.SubmitAsync(id, acting.Person, etag, cancellation), cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ApproveAsync(
        string version, Versions read, Acting acting, HttpContext context, Translations translations, Items items, CancellationToken cancellation) =>
        ChangeAsync(version, read, context, items, (id, etag) => translations.ApproveAsync(id, acting.Person, etag, cancellation), cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ReturnAsync(
        string version, ReasonRequest request, Versions read, Acting acting, HttpContext context, Translations translations, Items items, CancellationToken cancellation) =>
        ChangeAsync(version, read, context, items, (id, etag) => translations.ReturnAsync(id, request.Reason, acting.Person, etag, cancellation), cancellation);

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ChangeAsync(
        string version,
        Versions read,
        HttpContext context,
        Items items,
        Func<VersionId, ETag, Task<Result<Row<TranslatedVersion>>>> change,
        CancellationToken cancellation)
    {
        if (!VersionId.TryParse(version, null, out var id))
        {
            return NotFound(version);
        }

        if (read.Read is not { } etag)
        {
            return ProblemAnswers.Of(Versions.Missing);
        }

        var changed = await change(id, etag);
        return changed.IsDone ? await AnswerAsync(changed.Value, context, items, cancellation) : ProblemAnswers.Of(changed.Problem);
    }

    private static async Task<Ok<TranslationAnswer>> AnswerAsync(Row<TranslatedVersion> row, HttpContext context, Items items, CancellationToken cancellation)
    {
        var revision = await items.RevisionAsync(row.Value.Id.Item, row.Value.Id.Revision, cancellation)
            ?? throw new InvalidDataException($"The source of {row.Value.Id} is not stored.");
        Versions.Tell(context, row.ETag);
        return TypedResults.Ok(TranslationAnswer.Of(row, revision.Content.Text));
    }

    private static ProblemHttpResult NotFound(string version) => ProblemAnswers.Of(new(nameof(ProblemTexts.TranslationNotFound), null, version));
}
