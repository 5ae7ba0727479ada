using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Telegram.Bot.Types;

namespace Dissemination.Channels.Reviewers;

/// <summary>Answers what people write to the bot. The answer to its question is a reason; anything else is a greeting. Nothing is kept of those whom the directory does not know.</summary>
internal sealed class ReviewerReplies(
    ReviewerSights sights,
    ReviewerRecords records,
    ReviewerDesk desk,
    ReviewerBot bot,
    Translations translations,
    DirectoryStore directories,
    NoticeBoard notices,
    SiteAddress site)
{
    /// <summary>How often it is tried where somebody else writes meanwhile.</summary>
    private const int Tries = 3;

    public async Task TakeAsync(Message message, CancellationToken cancellation)
    {
        var texts = ReviewerTexts.For(message.From!.LanguageCode);
        if ((await directories.CurrentAsync(cancellation)).FindByTelegram(message.From.Id) is not { } person)
        {
            await SayAsync(message, texts.Unknown(message.From.Id), cancellation);
        }
        else if (message.ReplyToMessage is { } asked && await records.QuestionAsync(person.Id, asked.Id, cancellation) is { } question)
        {
            await ReturnAsync(message, asked.Id, question, person, texts, cancellation);
        }
        else
        {
            await GreetAsync(message, person, texts, cancellation);
        }
    }

    private async Task ReturnAsync(Message message, int asked, ReasonQuestion question, Person person, ReviewerTexts texts, CancellationToken cancellation)
    {
        var (words, problem) = await ReturnAsync(message, question, person, texts, cancellation);
        if (problem?.Code != nameof(ProblemTexts.ReasonMissing))
        {
            await records.ForgetQuestionAsync(person.Id, asked, cancellation);
        }

        await SayAsync(message, words, cancellation);
        await desk.SeeToNowAsync(new(question.Text, person.Id), cancellation);
    }

    /// <returns>What the person is told, and what kept it from happening.</returns>
    private async Task<(string Words, Problem? Problem)> ReturnAsync(Message message, ReasonQuestion question, Person person, ReviewerTexts texts, CancellationToken cancellation)
    {
        var button = new ReviewerButton(Approves: false, ReviewStamp.CodeOf(question.Text), question.Stamp);
        for (var tries = Tries; await sights.FindAsync(question.Text, cancellation) is { } sight; tries--)
        {
            if (ReviewerVerdict.Of(button, sight, person) is ReviewerVerdict.Refused refused)
            {
                return (texts.Of(refused.Problem), refused.Problem);
            }

            if (ReviewerVerdict.Of(button, sight, person) is ReviewerVerdict.Stale)
            {
                return (texts.Stale(sight, person.Id), null);
            }

            if (question.IsExpired(sight.Now))
            {
                return (texts[nameof(Texts.ReviewerQuestionOver)], null);
            }

            var returned = await translations.ReturnAsync(question.Text, TranslatedText.Normalise(null, null, CleanText.Of(message.Text ?? "")).Body, person, sight.Read.ETag, cancellation);
            if (returned.IsDone)
            {
                return (texts[nameof(Texts.DoneReturned)], null);
            }

            if (returned.Problem.Code != nameof(ProblemTexts.ChangedMeanwhile) || tries <= 1)
            {
                return (texts.Of(returned.Problem), returned.Problem);
            }
        }

        return (texts[nameof(Texts.ReviewerButtonOver)], null);
    }

    /// <summary>Who one is to the program, and what waits. Whoever writes can be reached again.</summary>
    private async Task GreetAsync(Message message, Person person, ReviewerTexts texts, CancellationToken cancellation)
    {
        await notices.DismissAsync(ReviewerDesk.NoticeKind, NoticeBoard.KeyOf(person.Id.Value), cancellation);
        if (person.Commune is not { } commune || !person.Is(Role.Communicator))
        {
            await SayAsync(message, texts.Hello(person), cancellation);
            return;
        }

        var (reviews, drafts, andMore) = (0, 0, false);
        foreach (var language in person.Languages.Where(language => !language.IsVietnamese))
        {
            var page = await translations.InboxAsync(language, continuation: null, cancellation);
            var open = page.Rows.Where(row => row.Value.Communes.Contains(commune)).ToList();
            reviews += open.Count(row => row.Value.State is TranslationState.InReview);
            drafts += open.Count(row => row.Value.State is not TranslationState.InReview);
            andMore |= page.Next is not null;
        }

        await SayAsync(message, $"{texts.Hello(person)}\n{texts.Waiting(reviews, drafts, andMore)}", cancellation, "/inbox");
    }

    private Task<ReviewerOutcome> SayAsync(Message message, string words, CancellationToken cancellation, string? path = null) => bot.SendAsync(
        message.Chat.Id,
        Shortening.Shorten(new StyledTextBuilder().Append(words).ToStyledText(), Telegram.TelegramParts.TextLimit),
        path is null ? null : ReviewerKeyboard.Open(path, site, ReviewerTexts.For(message.From?.LanguageCode)),
        cancellation);
}
