using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages;

/// <summary>
/// The forms that write a translation, as a whole or by segments, and ask for its review. Who only asks for review has not edited and may
/// still be asked to approve.
/// </summary>
internal static class DraftPages
{
    public static void MapDraftPages(this IEndpointRouteBuilder work)
    {
        work.MapPost("/", DraftAsync);
        work.MapPost("/submit", SubmitAsync);
        work.MapPost("/segments", DraftSegmentsAsync);
        work.MapPost("/segments/autosave", AutosaveAsync);
        work.MapPost("/segments/submit", SubmitSegmentsAsync);
    }

    private static async Task<IResult> DraftAsync(
        TextId version,
        TextForm form,
        IfMatch read,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        var saved = await page.Translations.DraftAsync(version, form.Typed, page.By, read.Version, cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.Saved, saved, new() { Text = form.Typed }, cancellationToken);
    }

    private static async Task<IResult> SubmitAsync(
        TextId version,
        TextForm form,
        IfMatch read,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        var isAsStored = await page.Translations.FindAsync(version, cancellationToken) is { Value.Text: var stored }
            && TranslatedText.AreSame(form.Typed, stored);
        var saved = isAsStored
            ? null
            : await page.Translations.DraftAsync(version, form.Typed, page.By, read.Version, cancellationToken);
        var submitted = await AskForReviewAsync(version, saved, read, page, cancellationToken);
        submitted = await page.Translations.OnceAsync(
            version, submitted, text => isAsStored && text.State is TranslationState.InReview, cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.Submitted, submitted, new() { Text = form.Typed }, cancellationToken);
    }

    private static async Task<IResult> DraftSegmentsAsync(
        TextId version,
        IFormCollection form,
        IfMatch read,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        if (await page.Translations.FindAsync(version, cancellationToken) is not { Value: var stored })
        {
            return TranslationPageServices.NotFound(version);
        }

        var written = SegmentsForm.Written(form, stored);
        var saved = await page.Translations.DraftSegmentsAsync(version, written, page.By, read.Version, cancellationToken);
        saved = await page.Translations.OnceAsync(version, saved, _ => written.Count == 0, cancellationToken);
        var typed = new FormInput { Segments = SegmentsForm.Typed(form, stored) };
        return await page.AnswerAsync(version, DoneLabels.Saved, saved, typed, cancellationToken);
    }

    /// <summary>
    /// Saves what a script sends while somebody writes. It answers with the time and, on the next line, the new version. The same words
    /// once more are no conflict: the answer to them was lost on the way.
    /// </summary>
    private static async Task<IResult> AutosaveAsync(
        TextId version,
        IFormCollection form,
        IfMatch read,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        if (await page.Translations.FindAsync(version, cancellationToken) is not { } stored)
        {
            return TranslationPageServices.NotFound(version);
        }

        var written = SegmentsForm.Written(form, stored.Value);
        var saved = written.Count == 0 ? stored
            : stored.Value.State is TranslationState.Wanted or TranslationState.Drafted or TranslationState.Returned
                ? await page.Translations.DraftSegmentsAsync(version, written, page.By, read.Version, cancellationToken)
                : new Problem(nameof(ProblemTexts.ChangedMeanwhile));
        return saved.IsDone
            ? Results.Text($"{LocalTime.TimeText(page.Time.GetUtcNow())}\n{saved.Value.ETag.ToString("H")}")
            : ProblemAnswers.Of(saved.Problem);
    }

    private static async Task<IResult> SubmitSegmentsAsync(
        TextId version,
        IFormCollection form,
        IfMatch read,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        if (await page.Translations.FindAsync(version, cancellationToken) is not { Value: var stored })
        {
            return TranslationPageServices.NotFound(version);
        }

        var written = SegmentsForm.Written(form, stored);
        var saved = written.Count == 0
            ? null
            : await page.Translations.DraftSegmentsAsync(version, written, page.By, read.Version, cancellationToken);
        var submitted = await AskForReviewAsync(version, saved, read, page, cancellationToken);
        submitted = await page.Translations.OnceAsync(
            version, submitted, text => written.Count == 0 && text.State is TranslationState.InReview, cancellationToken);
        var typed = new FormInput { Segments = SegmentsForm.Typed(form, stored) };
        return await page.AnswerAsync(version, DoneLabels.Submitted, submitted, typed, cancellationToken);
    }

    /// <param name="saved">What saving the words came to; null where there was nothing to save.</param>
    private static async Task<Result<Row<TranslatedVersion>>> AskForReviewAsync(
        TextId version,
        Result<Row<TranslatedVersion>>? saved,
        IfMatch read,
        TranslationPageServices page,
        CancellationToken cancellationToken) =>
        saved is { IsDone: false }
            ? saved
            : await page.Translations.SubmitAsync(version, page.By, saved?.Value?.ETag ?? read.Version, cancellationToken);
}
