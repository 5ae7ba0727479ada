using Dissemination.Channels.Rendering;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Telegram.Bot.Types;

namespace Dissemination.Reviewing;

/// <summary>
/// Answers what people write to the bot. The answer to its question is a reason; anything else is a greeting. Nothing is kept of those whom
/// the directory does not know.
/// </summary>
internal sealed class ReviewerReplies(
    ReviewerViewReader views,
    ReviewerChatStore records,
    ReviewNotifier notifier,
    ReviewerBot bot,
    TranslationService translations,
    DirectoryStore directories,
    ReviewerGreeting greeting)
{
    /// <summary>How often it is tried where somebody else writes meanwhile.</summary>
    private const int MostTries = 3;

    public async Task TakeAsync(Message message, CancellationToken cancellationToken)
    {
        var texts = ReviewerTexts.For(message.From!.LanguageCode);
        if ((await directories.CurrentAsync(cancellationToken)).FindByTelegram(message.From.Id) is not { } person)
        {
            await bot.SayAsync(message.Chat.Id, texts.Unknown(message.From.Id), markup: null, cancellationToken);
        }
        else if (message.ReplyToMessage is { } asked && await records.QuestionAsync(person.Id, asked.Id, cancellationToken) is { } question)
        {
            await ReturnAsync(message, asked.Id, question, person, texts, cancellationToken);
        }
        else
        {
            await greeting.GreetAsync(message, person, texts, cancellationToken);
        }
    }

    private async Task ReturnAsync(
        Message message, int asked, ReasonQuestion question, Person person, ReviewerTexts texts, CancellationToken cancellationToken)
    {
        var (words, problem) = await OptimisticRetry.LastAsync(
            () => TryReturnAsync(message, question, person, texts, cancellationToken),
            outcome => outcome.Problem?.Code == nameof(ProblemTexts.ChangedMeanwhile),
            MostTries);
        if (problem?.Code != nameof(ProblemTexts.ReasonMissing))
        {
            await records.ForgetQuestionAsync(person.Id, asked, cancellationToken);
        }

        await bot.SayAsync(message.Chat.Id, words, markup: null, cancellationToken);
        await notifier.SeeToNowAsync(new(question.Text, person.Id), cancellationToken);
    }

    /// <returns>What the person is told, and what kept it from happening.</returns>
    private async Task<(string Words, Problem? Problem)> TryReturnAsync(
        Message message, ReasonQuestion question, Person person, ReviewerTexts texts, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(question.Text, cancellationToken) is not { } view)
        {
            return (texts[nameof(Texts.ReviewerButtonOver)], null);
        }

        var button = new ReviewerButton(Approves: false, ReviewStamp.CodeOf(question.Text), question.Stamp);
        switch (ReviewerVerdict.Of(button, view, person))
        {
            case ReviewerVerdict.Refused refused:
                return (texts.Of(refused.Problem), refused.Problem);
            case ReviewerVerdict.Stale:
                return (texts.Stale(view, person.Id), null);
            case var _ when question.IsExpired(view.Now):
                return (texts[nameof(Texts.ReviewerQuestionOver)], null);
        }

        var returned = await translations.ReturnAsync(
            question.Text,
            TranslatedText.Normalise(null, null, CleanText.Of(message.Text ?? "")).Body,
            person,
            view.Read.ETag,
            cancellationToken);
        return returned.IsDone ? (texts[nameof(Texts.Done_returned)], null) : (texts.Of(returned.Problem), returned.Problem);
    }
}
