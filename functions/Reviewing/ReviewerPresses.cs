using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Dissemination.Reviewing;

/// <summary>Does what somebody pressed, or says why not.</summary>
internal sealed class ReviewerPresses(
    ReviewerViewReader views,
    ReviewerChatStore records,
    ReviewNotifier notifier,
    ReviewerBot bot,
    TranslationService translations,
    ListenerPresses listeners,
    DirectoryStore directories)
{
    /// <summary>How often it is tried where somebody else writes meanwhile.</summary>
    private const int MostTries = 3;

    public async Task TakeAsync(CallbackQuery query, CancellationToken cancellationToken)
    {
        var texts = ReviewerTexts.For(query.From.LanguageCode);
        if (query.Message is not { Chat.Type: ChatType.Private } message)
        {
            await AnswerAsync(query, text: null, cancellationToken);
            return;
        }

        if ((await directories.CurrentAsync(cancellationToken)).FindByTelegram(query.From.Id) is not { } person)
        {
            await AnswerAsync(query, texts[nameof(Texts.ReviewerNotKnown)], cancellationToken);
            return;
        }

        if (ListenerButton.TryParse(query.Data, out var heard))
        {
            await AnswerAsync(query, await listeners.TakeAsync(heard, person, texts, cancellationToken), cancellationToken);
            return;
        }

        var told = ReviewerButton.TryParse(query.Data, out var button)
            ? await records.ToldAsync(button.Code, cancellationToken).ToListAsync(cancellationToken)
            : [];
        if (told is [{ Text: var text }, ..])
        {
            await TakeAsync(query, new(button!, person, message, texts), text, told, cancellationToken);
            return;
        }

        await AnswerAsync(query, texts[nameof(Texts.ReviewerButtonOver)], cancellationToken);
        await bot.StripAsync(message.Chat.Id, message.Id, cancellationToken);
    }

    private async Task TakeAsync(
        CallbackQuery query, ReviewerPress press, TextId text, List<ReviewerMessage> told, CancellationToken cancellationToken)
    {
        if (await OptimisticRetry.LastAsync(
            () => TryAsync(press, text, cancellationToken), outcome => outcome is { IsConflict: true }, MostTries) is not { } outcome)
        {
            return;
        }

        await AnswerAsync(query, outcome.Words, cancellationToken);
        if (!outcome.AsksReason)
        {
            await SettleAsync(press, text, told, cancellationToken);
        }
    }

    /// <returns>Null where the text is there no more.</returns>
    private async Task<PressOutcome?> TryAsync(ReviewerPress press, TextId text, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(text, cancellationToken) is not { } view)
        {
            return null;
        }

        var (person, texts) = (press.Person, press.Texts);
        switch (ReviewerVerdict.Of(press.Button, view, person))
        {
            case ReviewerVerdict.Approve:
                var approved = await translations.ApproveAsync(view.Translation.TextId, person, view.Read.ETag, cancellationToken);
                return approved.IsDone
                    ? new(texts[nameof(Texts.Done_translation_approved)])
                    : new(texts.Of(approved.Problem)) { IsConflict = approved.Problem.Code == nameof(ProblemTexts.ChangedMeanwhile) };
            case ReviewerVerdict.Return:
                var isAsked = await AskReasonAsync(press, view, cancellationToken);
                return new(isAsked ? null : texts[nameof(Texts.ReviewerTryPage)]) { AsksReason = true };
            case ReviewerVerdict.Refused refused:
                return new(texts.Of(refused.Problem));
            default:
                return new(texts.Stale(view, person.Id));
        }
    }

    private async Task<bool> AskReasonAsync(ReviewerPress press, ReviewerView view, CancellationToken cancellationToken)
    {
        var markup = new ForceReplyMarkup { InputFieldPlaceholder = press.Texts[nameof(Texts.ReviewerReason)] };
        if (await bot.SendAsync(press.Message.Chat.Id, press.Texts.ReasonQuestion(view), markup, cancellationToken)
            is not ReviewerOutcome.Done { Message: { } question })
        {
            return false;
        }

        await records.KeepAsync(
            press.Person.Id, question, new(view.Translation.TextId, ReviewStamp.Of(view.Translation), view.Now), cancellationToken);
        return true;
    }

    /// <summary>The person's own message says what became of it; an earlier one that was pressed loses its buttons.</summary>
    private async Task SettleAsync(ReviewerPress press, TextId text, List<ReviewerMessage> told, CancellationToken cancellationToken)
    {
        var (person, message) = (press.Person, press.Message);
        if (told.All(own => own.Person != person.Id || own.Message != message.Id))
        {
            await bot.StripAsync(message.Chat.Id, message.Id, cancellationToken);
        }

        await notifier.SeeToNowAsync(new(text, person.Id), cancellationToken);
    }

    private Task<ReviewerOutcome> AnswerAsync(CallbackQuery press, string? text, CancellationToken cancellationToken) =>
        bot.AnswerAsync(
            press.Id,
            text is null ? null : Excerpt.Of(CleanText.Of(text), ReviewerTexts.AlertLimit - 1),
            isAlert: text is not null,
            cancellationToken);

    /// <param name="Words">What the person is told; null where the question says it.</param>
    private sealed record PressOutcome(string? Words)
    {
        /// <summary>Somebody else wrote meanwhile: it is to be decided again.</summary>
        public bool IsConflict { get; init; }

        /// <summary>Nothing is settled yet: the person is to say why.</summary>
        public bool AsksReason { get; init; }
    }
}
