using Dissemination.Channels;
using Dissemination.Channels.Rendering;
using Dissemination.Channels.Telegram;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Dissemination.Reviewing;

/// <summary>The calls of the reviewers' bot, each made once.</summary>
internal sealed partial class ReviewerBot(
    IHttpClientFactory http, KnownSecrets secrets, IOptions<ReviewerOptions> options, ILogger<ReviewerBot> logger)
{
    public const string Http = "telegram-reviewers";

    // The client would sleep through a 429 by itself; the queue waits instead.
    private TelegramBotClient Client =>
        new(new TelegramBotClientOptions(options.Value.Token!, options.Value.BaseUrl) { RetryCount = 0 }, http.CreateClient(Http));

    public Task<ReviewerOutcome> SendAsync(long chat, StyledText text, ReplyMarkup? markup, CancellationToken cancellationToken) => DoAsync(
        "send",
        async client => (
            await client.SendMessage(
                chat,
                text.Text,
                replyMarkup: markup,
                linkPreviewOptions: LinkPreviewOptions.Disabled,
                entities: EntitiesOf(text),
                cancellationToken: cancellationToken)).Id,
        cancellationToken);

    /// <summary>Sends words as they are, cut where Telegram would not take them.</summary>
    public Task<ReviewerOutcome> SayAsync(long chat, string words, ReplyMarkup? markup, CancellationToken cancellationToken) =>
        SendAsync(
            chat,
            Shortening.Shorten(new StyledTextBuilder().Append(words).ToStyledText(), TelegramParts.TextLimit),
            markup,
            cancellationToken);

    /// <summary>Sends a voice message, with the words and the buttons below it.</summary>
    public Task<ReviewerOutcome> VoiceAsync(
        long chat,
        Stream sound,
        TimeSpan length,
        (string Caption, InlineKeyboardMarkup Markup) below,
        CancellationToken cancellationToken) =>
        DoAsync(
            "voice",
            async client => (
                await client.SendVoice(
                    chat,
                    InputFile.FromStream(sound, "ghi-am.mp3"),
                    below.Caption,
                    replyMarkup: below.Markup,
                    duration: (int)Math.Ceiling(length.TotalSeconds),
                    cancellationToken: cancellationToken)).Id,
            cancellationToken);

    /// <summary>Puts other words below a voice message, and takes its buttons off.</summary>
    public Task<ReviewerOutcome> CaptionAsync(long chat, int message, string caption, CancellationToken cancellationToken) => DoAsync(
        "caption",
        async client => (await client.EditMessageCaption(chat, message, caption, cancellationToken: cancellationToken)).Id,
        cancellationToken);

    /// <summary>Puts other words in the place of a message, and other buttons or none.</summary>
    public Task<ReviewerOutcome> EditAsync(
        long chat, int message, StyledText text, InlineKeyboardMarkup? markup, CancellationToken cancellationToken) => DoAsync(
        "edit",
        async client => (
            await client.EditMessageText(
                chat,
                message,
                text.Text,
                replyMarkup: markup,
                linkPreviewOptions: LinkPreviewOptions.Disabled,
                entities: EntitiesOf(text),
                cancellationToken: cancellationToken)).Id,
        cancellationToken);

    /// <summary>Takes the buttons off a message.</summary>
    public Task<ReviewerOutcome> StripAsync(long chat, int message, CancellationToken cancellationToken) => DoAsync(
        "strip",
        async client => (await client.EditMessageReplyMarkup(chat, message, replyMarkup: null, cancellationToken: cancellationToken)).Id,
        cancellationToken);

    /// <summary>Answers whoever pressed a button, who waits for it.</summary>
    /// <param name="isAlert">Whether it has to be read and closed; else it passes by.</param>
    public Task<ReviewerOutcome> AnswerAsync(string press, string? text, bool isAlert, CancellationToken cancellationToken) => DoAsync(
        "answer",
        async client =>
        {
            await client.AnswerCallbackQuery(press, text, isAlert, cancellationToken: cancellationToken);
            return null;
        },
        cancellationToken);

    public Task<ReviewerOutcome> ConnectAsync(Uri address, CancellationToken cancellationToken) => DoAsync(
        "connect",
        async client =>
        {
            await client.SetWebhook(
                address.ToString(),
                allowedUpdates: [UpdateType.Message, UpdateType.CallbackQuery],
                secretToken: options.Value.Secret,
                cancellationToken: cancellationToken);
            return null;
        },
        cancellationToken);

    /// <summary>What Telegram says of the webhook, with no secret in it; null where it says nothing.</summary>
    public async Task<(WebhookInfo? Info, ReviewerOutcome Outcome)> InfoAsync(CancellationToken cancellationToken)
    {
        WebhookInfo? info = null;
        var outcome = await DoAsync(
            "ask",
            async client =>
            {
                info = await client.GetWebhookInfo(cancellationToken);
                (info.Url, info.LastErrorMessage) = (secrets.Clean(info.Url), secrets.Clean(info.LastErrorMessage));
                return null;
            },
            cancellationToken);
        return (info, outcome);
    }

    private async Task<ReviewerOutcome> DoAsync(string what, Func<TelegramBotClient, Task<int?>> call, CancellationToken cancellationToken)
    {
        secrets.Learn(options.Value.Token);
        secrets.Learn(options.Value.Secret);
        try
        {
            return new ReviewerOutcome.Done(await call(Client));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var words = secrets.Clean(TelegramCheck.Words(e));
            var outcome = ReviewerOutcome.Of(e, words);
            if (outcome is not ReviewerOutcome.Done)
            {
                LogFailed(what, outcome.GetType().Name, words);
            }

            return outcome;
        }
    }

    private static IEnumerable<MessageEntity> EntitiesOf(StyledText text) =>
        new TelegramMessage(text.Text, text.Spans, Picture: null).Entities();

    [LoggerMessage(LogLevel.Warning, "The reviewers' bot could not {Call}: {Outcome}, {Words}")]
    private partial void LogFailed(string call, string outcome, string words);
}
