using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Foresight;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What every form on the page of a translation needs: to do something with it, and to show the page.</summary>
internal sealed record TranslationPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] TranslationService Translations,
    [FromServices] UndoCommands Undo,
    [FromServices] TranslationViewReader Views,
    [FromServices] ItemReader Items,
    [FromServices] DeliveryForesight Foresight,
    [FromServices] TimeProvider Time)
{
    public Person By => Caller.Person;

    public static string AddressOf(TextId id) => $"/translations/{id}";

    public static IResult NotFound(TextId id) => ProblemAnswers.Of(new(nameof(ProblemTexts.TranslationNotFound), null, id.ToString()));

    /// <summary>Leads back to the page, or shows it with why nothing was done and with what was typed.</summary>
    public Task<IResult> AnswerAsync(
        TextId id, string done, Result<Row<TranslatedVersion>> changed, FormInput typed, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrAgainAsync(
            changed.Problems, AddressOf(id), done, problems => ShowAsync(id, problems, typed, cancellationToken));

    /// <summary>
    /// What was typed stays in its form, beside what is stored now; the form names the stored version, so that saving again is meant.
    /// </summary>
    public async Task<IResult> ShowAsync(TextId id, IReadOnlyList<Problem> problems, FormInput typed, CancellationToken cancellationToken)
    {
        if (await Views.FindAsync(id, By, cancellationToken) is not { } view)
        {
            return NotFound(id);
        }

        var headline = view.Source.Text.Headline;
        var title = view.Own is { } commune ? $"{headline} — {PageLabels.OfVariant(commune)}" : headline;
        var frame = PageFrame.Of(Context, title, AddressOf(id)) with { Problems = problems };
        frame = frame with { Undo = await UndoOfAsync(frame, view, cancellationToken) };
        PageAnswers.AllowOwnScriptToSend(Context);
        var item = view.Translation.State is TranslationState.InReview ? await Items.FindAsync(id.Item, cancellationToken) : null;
        return PageAnswers.Page<TranslationPage, TranslationModel>(
            new(frame, view, typed)
            {
                AsksToWrite = Context.Request.Query["edit"] == "true",
                Now = Time.GetUtcNow(),
                Approval = item is null
                    ? null
                    : await Foresight.OfTranslationAsync(item.Value, view.Source, view.Translation, cancellationToken),
            },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>The button that undoes what the reader sent or decided a moment ago, while nothing of it is out; nothing elsewhere.</summary>
    private async Task<IHtmlContent> UndoOfAsync(PageFrame frame, TranslationView view, CancellationToken cancellationToken) =>
        frame.DoneWord is DoneLabels.Submitted or DoneLabels.TranslationApproved or DoneLabels.Returned
        && await Undo.WhyNotAsync(view.Translation, By, cancellationToken) is null
            ? UndoForm.Of(frame, $"{AddressOf(view.Translation.TextId)}/undo", ("etag", view.Row.ETag.ToString("H")))
            : HtmlString.Empty;
}
