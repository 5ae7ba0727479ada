using Azure;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Dissemination.Translation.Variants;
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
        group.MapPut("/{version}/segments", DraftSegmentsAsync).WithSummary("Writes some segments of a translation, by their place. Needs If-Match.");
        group.MapPost("/{version}/fill", FillAsync).WithSummary("Fills in what has no words yet, from the memory, the other spelling or a machine, for a person to look at. Needs If-Match.").RequireAuthorization(Policies.Communicator);
        group.MapPost("/{version}/submit", SubmitAsync).WithSummary("Asks for review. Needs If-Match.");
        group.MapPost("/{version}/approve", ApproveAsync).WithSummary("Approves a translation that is in review and that the person did not edit. Needs If-Match.");
        group.MapPost("/{version}/return", ReturnAsync).WithSummary("Gives a translation back with a reason. Needs If-Match.");
        group.MapPost("/{version}/claim", ClaimAsync).WithSummary("Says that one works at a translation: others leave it alone for a day. Needs If-Match.");
        group.MapPost("/{version}/release", ReleaseAsync).WithSummary("Leaves a translation to others. Needs If-Match.");
        group.MapPost("/{version}/dismiss", DismissAsync).WithSummary("Says of a warning, with a reason, that it is no mistake. Needs If-Match.");
        group.MapPost("/{version}/assign", AssignAsync).WithSummary("Asks a commune or one of its people for a translation, or takes that back. Needs If-Match.").RequireAuthorization(Policies.Staff);
        group.MapGet("/{version}/variants", VariantsAsync).WithSummary("The communes' own variants of a translation, those given up among them.");
        group.MapPost("/{version}/variants", StartVariantAsync).WithSummary("Begins the own variant of the person's commune: a translation like any other, named by the version, ~ and the commune.").RequireAuthorization(Policies.Communicator);
        group.MapPost("/{version}/drop", DropVariantAsync).WithSummary("Gives a commune's own variant up, with a reason: the common text holds there. Needs If-Match.");
        group.MapGet("/{version}/comments", CommentsAsync).WithSummary("What was said about a translation, oldest first.");
        group.MapPost("/{version}/comments", CommentAsync).WithSummary("Says something about a translation.").RequireAuthorization(Policies.StaffOrCommunicator);
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
            : ProblemAnswers.Of(LanguageCheck.Check(language)!);
    }

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> FindAsync(
        string version, HttpContext context, Translations translations, TextJudge judge, Items items, CancellationToken cancellation) =>
        TextId.TryParse(version, null, out var id) && await translations.FindAsync(id, cancellation) is { } row
            ? await AnswerAsync(row, context, judge, items, cancellation)
            : NotFound(version);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> DraftAsync(
        string version, DraftRequest request, Versions read, Acting acting, HttpContext context, Translations translations, TextJudge judge, Items items, CancellationToken cancellation) =>
        ChangeAsync(
            version,
            read,
            context,
            judge,
            items,
            (id, etag) => translations.DraftAsync(id, TranslatedText.Normalise(request.Title, request.Summary, request.Body, request.Pictures), acting.Person, etag, cancellation),
            cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> SubmitAsync(
        string version, Versions read, Acting acting, HttpContext context, Translations translations, TextJudge judge, Items items, CancellationToken cancellation) =>
        ChangeAsync(version, read, context, judge, items, (id, etag) => translations.SubmitAsync(id, acting.Person, etag, cancellation), cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ApproveAsync(
        string version, Versions read, Acting acting, HttpContext context, Translations translations, TextJudge judge, Items items, CancellationToken cancellation) =>
        ChangeAsync(version, read, context, judge, items, (id, etag) => translations.ApproveAsync(id, acting.Person, etag, cancellation), cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ReturnAsync(
        string version, ReasonRequest request, Versions read, Acting acting, HttpContext context, Translations translations, TextJudge judge, Items items, CancellationToken cancellation) =>
        ChangeAsync(version, read, context, judge, items, (id, etag) => translations.ReturnAsync(id, request.Reason, acting.Person, etag, cancellation), cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> DraftSegmentsAsync(
        string version, DraftSegmentsRequest request, Versions read, Acting acting, HttpContext context, Translations translations, TextJudge judge, Items items, CancellationToken cancellation) =>
        ChangeAsync(
            version,
            read,
            context,
            judge,
            items,
            (id, etag) => translations.DraftSegmentsAsync(
                id,
                (request.Segments ?? new Dictionary<int, string?>()).ToDictionary(segment => segment.Key, segment => TranslatedText.Normalise(null, null, segment.Value).Body is { Length: > 0 } words ? words : null),
                acting.Person,
                etag,
                cancellation),
            cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> FillAsync(
        string version, Versions read, Acting acting, HttpContext context, SegmentFiller filler, TextJudge judge, Items items, CancellationToken cancellation) =>
        ChangeAsync(version, read, context, judge, items, (id, etag) => filler.FillAsync(id, acting.Person, etag, cancellation), cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ClaimAsync(
        string version, Versions read, Acting acting, HttpContext context, Translations translations, TextJudge judge, Items items, CancellationToken cancellation) =>
        ChangeAsync(version, read, context, judge, items, (id, etag) => translations.ClaimAsync(id, acting.Person, etag, cancellation), cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ReleaseAsync(
        string version, Versions read, Acting acting, HttpContext context, Translations translations, TextJudge judge, Items items, CancellationToken cancellation) =>
        ChangeAsync(version, read, context, judge, items, (id, etag) => translations.ReleaseAsync(id, acting.Person, etag, cancellation), cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> DismissAsync(
        string version, DismissRequest request, Versions read, Acting acting, HttpContext context, Translations translations, TextJudge judge, Items items, CancellationToken cancellation) =>
        ChangeAsync(version, read, context, judge, items, (id, etag) => translations.DismissAsync(id, request.Finding ?? "", request.Reason, acting.Person, etag, cancellation), cancellation);

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> AssignAsync(
        string version, AssignRequest request, Versions read, Acting acting, HttpContext context, Translations translations, TextJudge judge, Items items, CancellationToken cancellation)
    {
        var assignment = request.Commune is { } commune ? new Assignment(commune, request.Person, request.DueAt?.ToUniversalTime(), acting.Person.Id) : null;
        return ChangeAsync(version, read, context, judge, items, (id, etag) => translations.AssignAsync(id, assignment, acting.Person, etag, cancellation), cancellation);
    }

    private static Results<Ok<IAsyncEnumerable<VariantAnswer>>, ProblemHttpResult> VariantsAsync(string version, CommuneVariants variants, CancellationToken cancellation) =>
        VersionId.TryParse(version, null, out var id)
            ? TypedResults.Ok(variants.OfAsync(id, cancellation).Select(row => VariantAnswer.Of(row.Value)))
            : NotFound(version);

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> StartVariantAsync(
        string version, Acting acting, HttpContext context, CommuneVariants variants, TextJudge judge, Items items, CancellationToken cancellation)
    {
        if (!VersionId.TryParse(version, null, out var id))
        {
            return NotFound(version);
        }

        var started = await variants.StartAsync(id, acting.Person, cancellation);
        return started.IsDone ? await AnswerAsync(started.Value, context, judge, items, cancellation) : ProblemAnswers.Of(started.Problem);
    }

    private static Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> DropVariantAsync(
        string version, ReasonRequest request, Versions read, Acting acting, HttpContext context, CommuneVariants variants, TextJudge judge, Items items, CancellationToken cancellation) =>
        ChangeAsync(version, read, context, judge, items, (id, etag) => variants.DropAsync(id, request.Reason, acting.Person, etag, cancellation), cancellation);

    private static Results<Ok<IAsyncEnumerable<Comment>>, ProblemHttpResult> CommentsAsync(string version, TranslationComments comments, CancellationToken cancellation) =>
        TextId.TryParse(version, null, out var id) ? TypedResults.Ok(comments.OfAsync(id, cancellation)) : NotFound(version);

    private static async Task<Results<Ok<Comment>, ProblemHttpResult>> CommentAsync(
        string version, CommentRequest request, Acting acting, Translations translations, TranslationComments comments, CancellationToken cancellation)
    {
        if (!TextId.TryParse(version, null, out var id))
        {
            return NotFound(version);
        }

        if (await translations.WhyNoCommentAsync(id, acting.Person, cancellation) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        var said = await comments.AddAsync(id, request.Text, request.Segment, acting.Person, cancellation);
        return said.IsDone ? TypedResults.Ok(said.Value) : ProblemAnswers.Of(said.Problem);
    }

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ChangeAsync(
        string version,
        Versions read,
        HttpContext context,
        TextJudge judge,
        Items items,
        Func<TextId, ETag, Task<Result<Row<TranslatedVersion>>>> change,
        CancellationToken cancellation)
    {
        if (!TextId.TryParse(version, null, out var id))
        {
            return NotFound(version);
        }

        if (read.Read is not { } etag)
        {
            return ProblemAnswers.Of(Versions.Missing);
        }

        var changed = await change(id, etag);
        return changed.IsDone ? await AnswerAsync(changed.Value, context, judge, items, cancellation) : ProblemAnswers.Of(changed.Problem);
    }

    private static async Task<Ok<TranslationAnswer>> AnswerAsync(Row<TranslatedVersion> row, HttpContext context, TextJudge judge, Items items, CancellationToken cancellation)
    {
        var revision = await items.RevisionAsync(row.Value.Id.Item, row.Value.Id.Revision, cancellation)
            ?? throw new InvalidDataException($"The source of {row.Value.Id} is not stored.");
        Versions.Tell(context, row.ETag);
        return TypedResults.Ok(TranslationAnswer.Of(row, revision.Content.Text, await judge.JudgeAsync(row.Value, revision.Content, cancellation)));
    }

    private static ProblemHttpResult NotFound(string version) => ProblemAnswers.Of(new(nameof(ProblemTexts.TranslationNotFound), null, version));
}
