using Dissemination.Channels.Rendering;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Review;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Dissemination.Channels.Reviewers;

/// <summary>Does what somebody pressed, or says why not.</summary>
internal sealed class ReviewerPresses(ReviewerSights sights, ReviewerRecords records, ReviewerDesk desk, ReviewerBot bot, Translations translations, DirectoryStore directories)
{
    /// <summary>How often it is tried where somebody else writes meanwhile.</summary>
    private const int Tries = 3;

    public async Task TakeAsync(CallbackQuery press, CancellationToken cancellation)
    {
        var texts = ReviewerTexts.For(press.From.LanguageCode);
        if (press.Message is not { Chat.Type: ChatType.Private } message)
        {
            await AnswerAsync(press, text: null, cancellation);
            return;
        }

        if ((await directories.CurrentAsync(cancellation)).FindByTelegram(press.From.Id) is not { } person)
        {
            await AnswerAsync(press, texts[nameof(Texts.ReviewerNotKnown)], cancellation);
            return;
        }

        var told = ReviewerButton.TryParse(press.Data, out var button) ? await records.ToldAsync(button.Code, cancellation).ToListAsync(cancellation) : [];
        if (told is not [{ Text: var text }, ..])
        {
            await AnswerAsync(press, texts[nameof(Texts.ReviewerButtonOver)], cancellation);
            await bot.StripAsync(message.Chat.Id, message.Id, cancellation);
            return;
        }

        for (var tries = Tries; await sights.FindAsync(text, cancellation) is { } sight; tries--)
        {
            var (words, again) = await DoAsync(button!, sight, person, message, texts, cancellation);
            if (again && tries > 1)
            {
                continue;
            }

            await AnswerAsync(press, words, cancellation);
            if (ReviewerVerdict.Of(button!, sight, person) is not ReviewerVerdict.Return)
            {
                await SettleAsync(sight, person, message, told, cancellation);
            }

            return;
        }
    }

    /// <returns>What the person is told, and whether it is to be decided again.</returns>
    private async Task<(string? Words, bool Again)> DoAsync(
        ReviewerButton button, ReviewerSight sight, Person person, Message message, ReviewerTexts texts, CancellationToken cancellation)
    {
        switch (ReviewerVerdict.Of(button, sight, person))
        {
            case ReviewerVerdict.Approve:
                var approved = await translations.ApproveAsync(sight.Translation.TextId, person, sight.Read.ETag, cancellation);
                return approved.IsDone ? (texts[nameof(Texts.DoneTranslationApproved)], false) : (texts.Of(approved.Problem), approved.Problem.Code == nameof(ProblemTexts.ChangedMeanwhile));
            case ReviewerVerdict.Return:
                return (await AskReasonAsync(sight, person, message, texts, cancellation) ? null : texts[nameof(Texts.ReviewerTryPage)], false);
            case ReviewerVerdict.Refused refused:
                return (texts.Of(refused.Problem), false);
            default:
                return (texts.Stale(sight, person.Id), false);
        }
    }

    private async Task<bool> AskReasonAsync(ReviewerSight sight, Person person, Message message, ReviewerTexts texts, CancellationToken cancellation)
    {
        var markup = new ForceReplyMarkup { InputFieldPlaceholder = texts[nameof(Texts.ReviewerReason)] };
        if (await bot.SendAsync(message.Chat.Id, texts.ReasonQuestion(sight), markup, cancellation) is not ReviewerOutcome.Done { Message: { } question })
        {
            return false;
        }

        await records.KeepAsync(person.Id, question, new(sight.Translation.TextId, ReviewStamp.Of(sight.Translation), sight.Now), cancellation);
        return true;
    }

    /// <summary>The person's own message says what became of it; an earlier one that was pressed loses its buttons.</summary>
    private async Task SettleAsync(ReviewerSight sight, Person person, Message message, List<ReviewerMessage> told, CancellationToken cancellation)
    {
        if (told.All(own => own.Person != person.Id || own.Message != message.Id))
        {
            await bot.StripAsync(message.Chat.Id, message.Id, cancellation);
        }

        await desk.SeeToNowAsync(new(sight.Translation.TextId, person.Id), cancellation);
    }

    private Task<ReviewerOutcome> AnswerAsync(CallbackQuery press, string? text, CancellationToken cancellation) =>
        bot.AnswerAsync(press.Id, text is null ? null : Excerpt.Of(CleanText.Of(text), ReviewerTexts.AlertLimit - 1), isAlert: text is not null, cancellation);
}
