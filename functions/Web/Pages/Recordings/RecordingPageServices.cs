using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Recordings;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Recordings;

/// <summary>What every form on the page of a recording needs: to do something with it, and to show the page.</summary>
internal sealed record RecordingPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] RecordingService Service,
    [FromServices] UndoCommands Undo,
    [FromServices] RecordingReader Recordings,
    [FromServices] SpokenVersionReader Texts)
{
    public const string Path = "/recordings";

    // Chromium compiles the encoder that makes MP3 only where a page says that it may; no other script may make code of text.
    private const string MayRecord = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; media-src 'self' blob:";

    public Person By => Caller.Person;

    public static string AddressOf(TextId text) => $"{Path}/{text}";

    /// <summary>Leads back to the page, or shows it with why nothing was done.</summary>
    /// <param name="typed">What was typed into a form that was not done.</param>
    public Task<IResult> AnswerAsync(
        TextId text, string done, Result<Row<Recording>> changed, TypedReason? typed, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrAgainAsync(
            changed.Problems, AddressOf(text), done, problems => ShowAsync(text, problems, typed, cancellationToken));

    /// <summary>
    /// What a decision came to: a recording that stands as it was wanted is done, though the answer was lost on the way or it was tapped
    /// twice.
    /// </summary>
    /// <param name="isWanted">Whether a recording stands so.</param>
    public async Task<Result<Row<Recording>>> OnceAsync(
        TextId text, Result<Row<Recording>> decided, Func<Recording, bool> isWanted, CancellationToken cancellationToken) =>
        decided.Problem?.Code is nameof(ProblemTexts.ChangedMeanwhile) or nameof(ProblemTexts.RecordingNotInReview)
        && await Recordings.FindAsync(text, cancellationToken) is { } stored && isWanted(stored.Value)
            ? stored
            : decided;

    public async Task<IResult> ShowAsync(
        TextId text, IReadOnlyList<Problem> problems, TypedReason? typed, CancellationToken cancellationToken)
    {
        if (await Texts.FindAsync(text, cancellationToken) is not { } version)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.TranslationNotFound), null, text.ToString()));
        }

        var recording = await Recordings.FindAsync(text, cancellationToken);
        var (voice, said) = await Service.StillSaidAsync(version, recording?.Value, cancellationToken);
        var frame = PageFrame.Of(Context, version.Item.Value.Headline, AddressOf(text)) with { Problems = problems };
        frame = frame with { Undo = await UndoOfAsync(frame, version, recording, cancellationToken) };
        PageAnswers.Allow(Context, MayRecord);
        return PageAnswers.Page<RecordingPage, RecordingModel>(
            new(frame, version, recording)
            {
                Before = voice,
                StillSaid = [.. said.Select(part => part.Sentence)],
                Typed = typed,
            },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>The button that undoes the reader's approval of a moment ago, while nothing of it is out; nothing elsewhere.</summary>
    private async Task<IHtmlContent> UndoOfAsync(
        PageFrame frame, SpokenVersion version, Row<Recording>? recording, CancellationToken cancellationToken) =>
        frame.DoneWord is DoneLabels.RecordingApproved && recording is not null
        && await Undo.WhyNotAsync(version, recording.Value, By, cancellationToken) is null
            ? UndoForm.Of(frame, $"{AddressOf(version.Text)}/undo", ("etag", recording.ETag.ToString("H")))
            : HtmlString.Empty;
}
