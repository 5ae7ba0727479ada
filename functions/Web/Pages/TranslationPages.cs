using Azure;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Dissemination.Translation.Variants;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

internal static class TranslationPages
{
    public static void MapTranslationPages(this IEndpointRouteBuilder pages)
    {
        var translation = pages.MapGroup("/translations/{version}").RequireAuthorization();
        translation.MapGet("/", (string version, HttpContext context, Acting acting, TranslationSights sights, CancellationToken cancellation) =>
            ShowAsync(version, context, acting, sights, [], new(), cancellation));
        var work = translation.MapGroup("").RequireAuthorization(Policies.Communicator);
        work.MapPost("/", DraftAsync);
        work.MapPost("/submit", SubmitAsync);
        work.MapPost("/approve", ApproveAsync);
        work.MapPost("/return", ReturnAsync);
        work.MapPost("/segments", DraftSegmentsAsync);
        work.MapPost("/segments/submit", SubmitSegmentsAsync);
        work.MapPost("/fill", FillAsync);
        work.MapPost("/claim", ClaimAsync);
        work.MapPost("/release", ReleaseAsync);
        work.MapPost("/dismiss", DismissAsync);
        work.MapPost("/variant", StartVariantAsync);
        work.MapPost("/drop", DropVariantAsync);
        translation.MapPost("/comments", CommentAsync).RequireAuthorization(Policies.StaffOrCommunicator);
        translation.MapPost("/assign", AssignAsync).RequireAuthorization(Policies.Staff);
    }

    private static Task<IResult> DraftSegmentsAsync(
        string version, [FromForm] string? etag, HttpContext context, Acting acting, Translations translations, TranslationSights sights, CancellationToken cancellation) =>
        ChangeSegmentsAsync(version, DoneWords.Saved, andSubmit: false, etag, context, acting, translations, sights, cancellation);

    private static Task<IResult> SubmitSegmentsAsync(
        string version, [FromForm] string? etag, HttpContext context, Acting acting, Translations translations, TranslationSights sights, CancellationToken cancellation) =>
        ChangeSegmentsAsync(version, DoneWords.Submitted, andSubmit: true, etag, context, acting, translations, sights, cancellation);

    private static async Task<IResult> ChangeSegmentsAsync(
        string version,
        string done,
        bool andSubmit,
        string? etag,
        HttpContext context,
        Acting acting,
        Translations translations,
        TranslationSights sights,
        CancellationToken cancellation)
    {
        if (!TextId.TryParse(version, null, out var id) || await translations.FindAsync(id, cancellation) is not { Value: var stored })
        {
            return NotFound(version);
        }

        var form = await context.Request.ReadFormAsync(cancellation);
        var written = SegmentsForm.Written(form, stored);
        return await ChangeAsync(
            version,
            done,
            async _ =>
            {
                // Who only asks for review has not edited and may still be asked to approve.
                var saved = written.Count == 0 && andSubmit ? null : await translations.DraftSegmentsAsync(id, written, acting.Person, ETagOf(etag), cancellation);
                return !andSubmit ? saved!
                    : saved is { IsDone: false } ? saved
                    : await translations.SubmitAsync(id, acting.Person, saved?.Value?.ETag ?? ETagOf(etag), cancellation);
            },
            problems => ShowAsync(version, context, acting, sights, problems, new() { Segments = SegmentsForm.Typed(form, stored) }, cancellation));
    }

    private static Task<IResult> FillAsync(
        string version, [FromForm] string? etag, HttpContext context, Acting acting, SegmentFiller filler, TranslationSights sights, CancellationToken cancellation) =>
        ChangeAsync(
            version,
            DoneWords.FilledIn,
            id => filler.FillAsync(id, acting.Person, ETagOf(etag), cancellation),
            problems => ShowAsync(version, context, acting, sights, problems, new(), cancellation));

    private static Task<IResult> ClaimAsync(
        string version, [FromForm] string? etag, HttpContext context, Acting acting, Translations translations, TranslationSights sights, CancellationToken cancellation) =>
        ChangeAsync(
            version,
            DoneWords.Claimed,
            id => translations.ClaimAsync(id, acting.Person, ETagOf(etag), cancellation),
            problems => ShowAsync(version, context, acting, sights, problems, new(), cancellation));

    private static Task<IResult> ReleaseAsync(
        string version, [FromForm] string? etag, HttpContext context, Acting acting, Translations translations, TranslationSights sights, CancellationToken cancellation) =>
        ChangeAsync(
            version,
            DoneWords.LeftToOthers,
            id => translations.ReleaseAsync(id, acting.Person, ETagOf(etag), cancellation),
            problems => ShowAsync(version, context, acting, sights, problems, new(), cancellation));

    private static Task<IResult> DismissAsync(
        string version,
        [FromForm] string? finding,
        [FromForm] string? reason,
        [FromForm] string? etag,
        HttpContext context,
        Acting acting,
        Translations translations,
        TranslationSights sights,
        CancellationToken cancellation) =>
        ChangeAsync(
            version,
            DoneWords.WarningDismissed,
            id => translations.DismissAsync(id, finding ?? "", reason, acting.Person, ETagOf(etag), cancellation),
            problems => ShowAsync(version, context, acting, sights, problems, new(), cancellation));

    private static async Task<IResult> StartVariantAsync(
        string version, HttpContext context, Acting acting, CommuneVariants variants, TranslationSights sights, CancellationToken cancellation)
    {
        if (!VersionId.TryParse(version, null, out var id))
        {
            return NotFound(version);
        }

        var started = await variants.StartAsync(id, acting.Person, cancellation);
        return started.IsDone
            ? PageAnswers.Done($"/translations/{started.Value.Value.TextId}", DoneWords.VariantStarted)
            : await ShowAsync(version, context, acting, sights, [started.Problem], new(), cancellation);
    }

    private static Task<IResult> DropVariantAsync(
        string version,
        [FromForm] string? reason,
        [FromForm] string? etag,
        HttpContext context,
        Acting acting,
        CommuneVariants variants,
        TranslationSights sights,
        CancellationToken cancellation) =>
        ChangeAsync(
            version,
            DoneWords.VariantDropped,
            id => variants.DropAsync(id, reason, acting.Person, ETagOf(etag), cancellation),
            problems => ShowAsync(version, context, acting, sights, problems, new() { DropReason = reason ?? "" }, cancellation));

    private static Task<IResult> AssignAsync(
        string version,
        [FromForm] string? to,
        [FromForm] string? due,
        [FromForm] string? etag,
        HttpContext context,
        Acting acting,
        Translations translations,
        TranslationSights sights,
        CancellationToken cancellation)
    {
        var (dueAt, problem) = Assignee.Due(due);
        return ChangeAsync(
            version,
            DoneWords.Assigned,
            async id => problem is not null ? problem : await translations.AssignAsync(id, Assignee.Read(to, dueAt, acting.Person.Id), acting.Person, ETagOf(etag), cancellation),
            problems => ShowAsync(version, context, acting, sights, problems, new(), cancellation));
    }

    private static async Task<IResult> CommentAsync(
        string version,
        [FromForm] string? comment,
        [FromForm] int? segment,
        HttpContext context,
        Acting acting,
        Translations translations,
        TranslationComments comments,
        TranslationSights sights,
        CancellationToken cancellation)
    {
        if (!TextId.TryParse(version, null, out var id))
        {
            return NotFound(version);
        }

        var problem = await translations.WhyNoCommentAsync(id, acting.Person, cancellation)
            ?? (await comments.AddAsync(id, comment, segment, acting.Person, cancellation)).Problem;
        return problem is null
            ? PageAnswers.Done($"/translations/{id}", DoneWords.Commented)
            : await ShowAsync(version, context, acting, sights, [problem], new() { Comment = comment }, cancellation);
    }

    private static Task<IResult> DraftAsync(
        string version,
        [FromForm] string? title,
        [FromForm] string? summary,
        [FromForm] string? body,
        [FromForm] string? etag,
        HttpContext context,
        Acting acting,
        Translations translations,
        TranslationSights sights,
        CancellationToken cancellation)
    {
        var typed = TranslatedText.Normalise(title, summary, body);
        return ChangeAsync(
            version,
            DoneWords.Saved,
            id => translations.DraftAsync(id, typed, acting.Person, ETagOf(etag), cancellation),
            problems => ShowAsync(version, context, acting, sights, problems, new() { Text = typed }, cancellation));
    }

    private static Task<IResult> SubmitAsync(
        string version,
        [FromForm] string? title,
        [FromForm] string? summary,
        [FromForm] string? body,
        [FromForm] string? etag,
        HttpContext context,
        Acting acting,
        Translations translations,
        TranslationSights sights,
        CancellationToken cancellation)
    {
        var typed = TranslatedText.Normalise(title, summary, body);
        return ChangeAsync(
            version,
            DoneWords.Submitted,
            id => SaveAndSubmitAsync(id, typed, ETagOf(etag), acting.Person, translations, cancellation),
            problems => ShowAsync(version, context, acting, sights, problems, new() { Text = typed }, cancellation));
    }

    private static Task<IResult> ApproveAsync(
        string version, [FromForm] string? etag, HttpContext context, Acting acting, Translations translations, TranslationSights sights, CancellationToken cancellation) =>
        ChangeAsync(
            version,
            DoneWords.TranslationApproved,
            id => translations.ApproveAsync(id, acting.Person, ETagOf(etag), cancellation),
            problems => ShowAsync(version, context, acting, sights, problems, new(), cancellation));

    private static Task<IResult> ReturnAsync(
        string version,
        [FromForm] string? reason,
        [FromForm] string? etag,
        HttpContext context,
        Acting acting,
        Translations translations,
        TranslationSights sights,
        CancellationToken cancellation) =>
        ChangeAsync(
            version,
            DoneWords.Returned,
            id => translations.ReturnAsync(id, reason, acting.Person, ETagOf(etag), cancellation),
            problems => ShowAsync(version, context, acting, sights, problems, new() { Reason = reason ?? "" }, cancellation));

    // Who only asks for review has not edited and may still be asked to approve.
    private static async Task<Result<Row<TranslatedVersion>>> SaveAndSubmitAsync(
        TextId id, VersionText typed, ETag read, Person person, Translations translations, CancellationToken cancellation)
    {
        if (await translations.FindAsync(id, cancellation) is { Value: var stored } && stored.Text with { Pictures = typed.Pictures } == typed)
        {
            return await translations.SubmitAsync(id, person, read, cancellation);
        }

        var saved = await translations.DraftAsync(id, typed, person, read, cancellation);
        return saved.IsDone ? await translations.SubmitAsync(id, person, saved.Value.ETag, cancellation) : saved;
    }

    private static async Task<IResult> ChangeAsync(
        string version, string done, Func<TextId, Task<Result<Row<TranslatedVersion>>>> change, Func<IReadOnlyList<Problem>, Task<IResult>> again)
    {
        if (!TextId.TryParse(version, null, out var id))
        {
            return NotFound(version);
        }

        var changed = await change(id);
        return changed.IsDone ? PageAnswers.Done($"/translations/{id}", done) : await again([changed.Problem]);
    }

    // What was typed stays in its form, beside what is stored now; the form names the stored version, so that saving again is meant.
    private static async Task<IResult> ShowAsync(
        string version,
        HttpContext context,
        Acting acting,
        TranslationSights sights,
        IReadOnlyList<Problem> problems,
        TypedWords typed,
        CancellationToken cancellation)
    {
        if (!TextId.TryParse(version, null, out var id) || await sights.FindAsync(id, acting.Person, cancellation) is not { } sight)
        {
            return NotFound(version);
        }

        var frame = PageFrame.Of(context, sight.Own is { } commune ? $"{sight.Source.Text.Headline} — {PageWords.OfVariant(commune)}" : sight.Source.Text.Headline, $"/translations/{id}") with { Problems = problems };
        return PageAnswers.Page<TranslationPage, TranslationModel>(new(frame, sight, typed) { AsksToWrite = context.Request.Query["edit"] == "true", Now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() }, PageAnswers.StatusOf(problems));
    }

    private static ETag ETagOf(string? etag) => new(etag ?? "");

    private static ProblemHttpResult NotFound(string version) => ProblemAnswers.Of(new(nameof(ProblemTexts.TranslationNotFound), null, version));
}
