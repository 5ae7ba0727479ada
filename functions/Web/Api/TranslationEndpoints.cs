using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class TranslationEndpoints
{
    public static void MapTranslations(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/translations");
        all.MapGet("/", ListAsync).WithSummary("Lists the open translations, of one language where that is asked for.");
        var one = all.MapGroup("/{version}");
        one.MapGet("/", FindAsync).WithSummary("A translation with its source; the ETag names what was read.");
        one.MapWriting();
        one.MapReview();
        one.MapVariants();
        one.MapGet("/comments", Comments).WithSummary("What was said about a translation, oldest first.");
        one.MapPost("/comments", CommentAsync).WithSummary("Says something about a translation.")
            .RequireAuthorization(Policies.StaffOrCommunicator);
    }

    private static void MapWriting(this RouteGroupBuilder one)
    {
        var work = one.MapGroup("").RequireAuthorization(Policies.Communicator);
        work.MapPut("/", DraftAsync)
            .WithSummary(
                "Writes the words of a translation. An edit has to be approved anew; what was approved holds until then. Needs If-Match.");
        work.MapPut("/segments", DraftSegmentsAsync)
            .WithSummary("Writes some segments of a translation, by their place. Needs If-Match.");
        work.MapPost("/fill", FillAsync)
            .WithSummary(
                "Fills in what has no words yet, from the memory, the other spelling or a machine, for a person to look at. Needs "
                + "If-Match.");
        work.MapPost("/claim", ClaimAsync)
            .WithSummary("Says that one works at a translation: others leave it alone for a day. Needs If-Match.");
        one.MapPost("/release", ReleaseAsync)
            .WithSummary("Leaves a translation to others. Staff may take another's claim away. Needs If-Match.")
            .RequireAuthorization(Policies.StaffOrCommunicator);
        one.MapPost("/assign", AssignAsync)
            .WithSummary("Asks a commune or one of its people for a translation, or takes that back. Needs If-Match.")
            .RequireAuthorization(Policies.Staff);
    }

    private static void MapReview(this RouteGroupBuilder one)
    {
        var work = one.MapGroup("").RequireAuthorization(Policies.Communicator);
        work.MapPost("/submit", SubmitAsync).WithSummary("Asks for review. Needs If-Match.");
        work.MapPost("/approve", ApproveAsync)
            .WithSummary("Approves a translation that is in review and that the person did not edit. Needs If-Match.");
        work.MapPost("/return", ReturnAsync).WithSummary("Gives a translation back with a reason. Needs If-Match.");
        work.MapPost("/dismiss", DismissAsync)
            .WithSummary("Says of a warning, with a reason, that it is no mistake. Needs If-Match.");
    }

    private static void MapVariants(this RouteGroupBuilder one)
    {
        one.MapGet("/variants", Variants).WithSummary("The communes' own variants of a translation, those given up among them.");
        var work = one.MapGroup("").RequireAuthorization(Policies.Communicator);
        work.MapPost("/variants", StartVariantAsync)
            .WithSummary(
                "Begins the own variant of the person's commune: a translation like any other, named by the version, ~ and the commune.");
        work.MapPost("/drop", DropVariantAsync)
            .WithSummary("Gives a commune's own variant up, with a reason: the common text holds there. Needs If-Match.");
    }

    private static async Task<Ok<PageAnswer<InboxEntry>>> ListAsync(
        LanguageTag? language, string? next, TranslationService translations, CancellationToken cancellationToken) =>
        TypedResults.Ok((await translations.InboxAsync(language, next, cancellationToken)).ToAnswer(entry => entry));

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> FindAsync(
        TextId version, [AsParameters] TranslationServices services, CancellationToken cancellationToken) =>
        await services.Translations.FindAsync(version, cancellationToken) is { } row
            ? await AnswerAsync(row, services, cancellationToken)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.TranslationNotFound), null, version.ToString()));

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> DraftAsync(
        TextId version,
        DraftRequest request,
        IfMatch read,
        [AsParameters] TranslationServices services,
        CancellationToken cancellationToken)
    {
        var words = TranslatedText.Normalise(request.Title, request.Summary, request.Body, request.Pictures);
        return await AnswerAsync(
            await services.Translations.DraftAsync(version, words, services.By, read.Version, cancellationToken),
            services,
            cancellationToken);
    }

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> DraftSegmentsAsync(
        TextId version,
        DraftSegmentsRequest request,
        IfMatch read,
        [AsParameters] TranslationServices services,
        CancellationToken cancellationToken)
    {
        var words = (request.Segments ?? new Dictionary<int, string?>()).ToDictionary(
            segment => segment.Key, segment => TranslatedText.WordsOf(segment.Value));
        return await AnswerAsync(
            await services.Translations.DraftSegmentsAsync(version, words, services.By, read.Version, cancellationToken),
            services,
            cancellationToken);
    }

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> FillAsync(
        TextId version,
        IfMatch read,
        SegmentFiller filler,
        [AsParameters] TranslationServices services,
        CancellationToken cancellationToken) =>
        await filler.FillAsync(version, services.By, read.Version, cancellationToken) is var filled && filled.IsDone
            ? await AnswerAsync(filled.Value.Row, services, cancellationToken, filled.Value.Missed)
            : ProblemAnswers.Of(filled.Problem);

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ClaimAsync(
        TextId version, IfMatch read, [AsParameters] TranslationServices services, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await services.Translations.ClaimAsync(version, services.By, read.Version, cancellationToken), services, cancellationToken);

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ReleaseAsync(
        TextId version, IfMatch read, [AsParameters] TranslationServices services, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await services.Translations.ReleaseAsync(version, services.By, read.Version, cancellationToken), services, cancellationToken);

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> AssignAsync(
        TextId version,
        AssignRequest request,
        IfMatch read,
        [AsParameters] TranslationServices services,
        CancellationToken cancellationToken)
    {
        var assignment = request.Commune is { } commune
            ? new Assignment(commune, request.Person, request.DueAt?.ToUniversalTime(), services.By.Id)
            : null;
        return await AnswerAsync(
            await services.Translations.AssignAsync(version, assignment, services.By, read.Version, cancellationToken),
            services,
            cancellationToken);
    }

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> SubmitAsync(
        TextId version, IfMatch read, [AsParameters] TranslationServices services, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await services.Translations.SubmitAsync(version, services.By, read.Version, cancellationToken), services, cancellationToken);

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ApproveAsync(
        TextId version, IfMatch read, [AsParameters] TranslationServices services, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await services.Translations.ApproveAsync(version, services.By, read.Version, cancellationToken), services, cancellationToken);

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> ReturnAsync(
        TextId version,
        ReasonRequest request,
        IfMatch read,
        [AsParameters] TranslationServices services,
        CancellationToken cancellationToken) =>
        await AnswerAsync(
            await services.Translations.ReturnAsync(version, request.Reason, services.By, read.Version, cancellationToken),
            services,
            cancellationToken);

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> DismissAsync(
        TextId version,
        DismissRequest request,
        IfMatch read,
        [AsParameters] TranslationServices services,
        CancellationToken cancellationToken)
    {
        var (finding, reason) = (request.Finding ?? "", request.Reason);
        return await AnswerAsync(
            await services.Translations.DismissAsync(version, finding, reason, services.By, read.Version, cancellationToken),
            services,
            cancellationToken);
    }

    private static Ok<IAsyncEnumerable<VariantAnswer>> Variants(
        VersionId version, TranslationService translations, CancellationToken cancellationToken) =>
        TypedResults.Ok(translations.VariantsOfAsync(version, cancellationToken).Select(row => VariantAnswer.Of(row.Value)));

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> StartVariantAsync(
        VersionId version, VariantCommands variants, [AsParameters] TranslationServices services, CancellationToken cancellationToken) =>
        await AnswerAsync(await variants.StartAsync(version, services.By, cancellationToken), services, cancellationToken);

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> DropVariantAsync(
        TextId version,
        ReasonRequest request,
        IfMatch read,
        VariantCommands variants,
        [AsParameters] TranslationServices services,
        CancellationToken cancellationToken) =>
        await AnswerAsync(
            await variants.DropAsync(version, request.Reason, services.By, read.Version, cancellationToken), services, cancellationToken);

    private static Ok<IAsyncEnumerable<Comment>> Comments(
        TextId version, CommentService comments, CancellationToken cancellationToken) =>
        TypedResults.Ok(comments.OfAsync(version, cancellationToken));

    private static async Task<Results<Ok<Comment>, ProblemHttpResult>> CommentAsync(
        TextId version,
        CommentRequest request,
        CurrentPerson caller,
        TranslationService translations,
        CommentService comments,
        CancellationToken cancellationToken) =>
        await translations.WhyNoCommentAsync(version, caller.Person, cancellationToken) is { } problem
            ? ProblemAnswers.Of(problem)
            : (await comments.AddAsync(version, request.Text, request.Segment, caller.Person, cancellationToken))
                .ToAnswer(comment => comment);

    private static async Task<Results<Ok<TranslationAnswer>, ProblemHttpResult>> AnswerAsync(
        Result<Row<TranslatedVersion>> changed, TranslationServices services, CancellationToken cancellationToken) =>
        changed.IsDone ? await AnswerAsync(changed.Value, services, cancellationToken) : ProblemAnswers.Of(changed.Problem);

    /// <param name="missed">What was not done beside it, and why.</param>
    private static async Task<Ok<TranslationAnswer>> AnswerAsync(
        Row<TranslatedVersion> row, TranslationServices services, CancellationToken cancellationToken, Problem? missed = null)
    {
        var (id, words) = (row.Value.Id, row.Value.Text);
        var revision = await services.Items.RevisionAsync(id.Item, id.Revision, cancellationToken)
            ?? throw new InvalidDataException($"The source of {id} is not stored.");
        var findings = await services.Checker.CheckAsync(id.Language, words, revision.Content, cancellationToken);
        IfMatch.Tell(services.Context, row.ETag);
        return TypedResults.Ok(TranslationAnswer.Of(row, revision.Content.Text, findings) with
        {
            Missed = missed is null ? null : ProblemAnswer.Of(missed),
        });
    }
}
