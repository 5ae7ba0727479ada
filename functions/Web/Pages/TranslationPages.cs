using Azure;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
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
            ShowAsync(version, context, acting, sights, [], typed: null, reason: null, cancellation));
        var work = translation.MapGroup("").RequireAuthorization(Policies.Communicator);
        work.MapPost("/", DraftAsync);
        work.MapPost("/submit", SubmitAsync);
        work.MapPost("/approve", ApproveAsync);
        work.MapPost("/return", ReturnAsync);
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
            problems => ShowAsync(version, context, acting, sights, problems, typed, reason: null, cancellation));
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
            problems => ShowAsync(version, context, acting, sights, problems, typed, reason: null, cancellation));
    }

    private static Task<IResult> ApproveAsync(
        string version, [FromForm] string? etag, HttpContext context, Acting acting, Translations translations, TranslationSights sights, CancellationToken cancellation) =>
        ChangeAsync(
            version,
            DoneWords.TranslationApproved,
            id => translations.ApproveAsync(id, acting.Person, ETagOf(etag), cancellation),
            problems => ShowAsync(version, context, acting, sights, problems, typed: null, reason: null, cancellation));

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
            problems => ShowAsync(version, context, acting, sights, problems, typed: null, reason ?? "", cancellation));

    // Who only asks for review has not edited and may still be asked to approve.
    private static async Task<Result<Row<TranslatedVersion>>> SaveAndSubmitAsync(
        VersionId id, VersionText typed, ETag read, Person person, Translations translations, CancellationToken cancellation)
    {
        if (await translations.FindAsync(id, cancellation) is { Value: var stored } && stored.Text == typed)
        {
            return await translations.SubmitAsync(id, person, read, cancellation);
        }

        var saved = await translations.DraftAsync(id, typed, person, read, cancellation);
        return saved.IsDone ? await translations.SubmitAsync(id, person, saved.Value.ETag, cancellation) : saved;
    }

    private static async Task<IResult> ChangeAsync(
        string version, string done, Func<VersionId, Task<Result<Row<TranslatedVersion>>>> change, Func<IReadOnlyList<Problem>, Task<IResult>> again)
    {
        if (!VersionId.TryParse(version, null, out var id))
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
        VersionText? typed,
        string? reason,
        CancellationToken cancellation)
    {
        if (!VersionId.TryParse(version, null, out var id) || await sights.FindAsync(id, acting.Person, cancellation) is not { } sight)
        {
            return NotFound(version);
        }

        var frame = PageFrame.Of(context, sight.Source.Text.Headline, $"/translations/{id}") with { Problems = problems };
        return PageAnswers.Page<TranslationPage, TranslationModel>(new(frame, sight) { Typed = typed, Reason = reason }, PageAnswers.StatusOf(problems));
    }

    private static ETag ETagOf(string? etag) => new(etag ?? "");

    private static ProblemHttpResult NotFound(string version) => ProblemAnswers.Of(new(nameof(ProblemTexts.TranslationNotFound), null, version));
}
