using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Telegram.Bot.Exceptions;

namespace Dissemination.Channels.Telegram;

/// <summary>What a failed call to Telegram says about the post: never left, answered, or nobody knows.</summary>
internal static class TelegramAnswers
{
    private const string Name = "Telegram";

    // 400 covers both the post and the chat; these are about the chat, and only its owner can help.
    private static readonly string[] ChatIsClosed =
        ["chat not found", "PEER_ID_INVALID", "CHAT_WRITE_FORBIDDEN", "not enough rights", "have no rights", "need administrator rights"];

    public static SendOutcome Classify(Exception failure, Destination destination) => failure switch
    {
        ApiRequestException answer => Answered(answer, destination),
        RequestException { InnerException: HttpRequestException inner } when inner.NeverLeft() =>
            new SendOutcome.Later(null, WholeLane: false, new(nameof(ProblemTexts.ChannelUnreachable), null, Name)),
        RequestException { HttpStatusCode: { } status } => Unknown($"HTTP {(int)status}"),
        RequestException { InnerException: { } inner } => Unknown(inner.GetType().Name),
        _ => Unknown(failure.GetType().Name),
    };

    private static SendOutcome Answered(ApiRequestException answer, Destination destination) => answer switch
    {
        { ErrorCode: 429 } =>
            // Whether the chat's limit or the bot's was reached is not told; waiting with all of them is safe for both.
            new SendOutcome.Later(
                answer.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                WholeLane: true,
                new(nameof(ProblemTexts.ChannelThrottled), null, Name)),
        { Parameters.MigrateToChatId: { } chat } => new SendOutcome.Moved(chat.ToString(CultureInfo.InvariantCulture)),
        { ErrorCode: 401 or 404 } =>
            new SendOutcome.CredentialDead(new(nameof(ProblemTexts.CredentialRefused), null, Name, destination.Credential ?? "")),
        { ErrorCode: 403 } => Closed(answer.Message, destination),
        { ErrorCode: >= 500 } => Unknown($"{answer.ErrorCode} {answer.Message}"),
        _ when ChatIsClosed.Any(words => answer.Message.Contains(words, StringComparison.OrdinalIgnoreCase)) =>
            Closed(answer.Message, destination),
        _ => new SendOutcome.Rejected(new(nameof(ProblemTexts.ChannelRefusedPost), null, Name, answer.Message)),
    };

    public static SendOutcome Closed(string words, Destination destination) =>
        new SendOutcome.Closed(new(nameof(ProblemTexts.DestinationClosed), null, Name, destination.Name, words));

    private static SendOutcome.Unknown Unknown(string what) => new(new(nameof(ProblemTexts.ChannelOutcomeUnknown), null, Name, what));
}
