using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Dissemination.Channels.Telegram;

/// <summary>Whether posts to a chat would arrive: its bot lives, is there, and may post words and pictures.</summary>
internal static class TelegramCheck
{
    private const string Name = "Telegram";

    public static async Task<IReadOnlyList<Problem>> RunAsync(
        TelegramBotClient client, ChatId chat, Destination destination, CancellationToken cancellationToken)
    {
        try
        {
            var bot = await client.GetMe(cancellationToken);
            var place = await client.GetChat(chat, cancellationToken);
            var member = await client.GetChatMember(chat, bot.Id, cancellationToken);
            return Of(place, member, destination) is { } problem ? [problem] : [];
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return [Of(e, destination)];
        }
    }

    /// <summary>What a bot's place in a chat keeps it from; null where it may post.</summary>
    public static Problem? Of(ChatFullInfo chat, ChatMember member, Destination destination)
    {
        var (isThere, words, photos) = member switch
        {
            ChatMemberOwner => (true, true, true),
            ChatMemberAdministrator administrator when chat.Type is ChatType.Channel =>
                (true, administrator.CanPostMessages, administrator.CanPostMessages),
            ChatMemberAdministrator => (true, true, true),
            // In a channel a plain member only reads.
            ChatMemberMember when chat.Type is ChatType.Channel => (true, false, false),
            ChatMemberMember => (true, chat.Permissions?.CanSendMessages ?? true, chat.Permissions?.CanSendPhotos ?? true),
            ChatMemberRestricted restricted => (restricted.IsMember, restricted.CanSendMessages, restricted.CanSendPhotos),
            _ => (false, false, false),
        };
        return !isThere ? new(nameof(ProblemTexts.BotNotThere), null, Name, destination.Name, destination.Credential ?? "")
            : !words ? new(nameof(ProblemTexts.BotMayNotPost), null, Name, destination.Name, destination.Credential ?? "")
            : !photos ? new(nameof(ProblemTexts.BotMayNotPostPictures), null, Name, destination.Name, destination.Credential ?? "")
            : null;
    }

    private static Problem Of(Exception failure, Destination destination) => TelegramAnswers.Classify(failure, destination) switch
    {
        SendOutcome.CredentialDead dead => dead.Reason,
        SendOutcome.Closed closed => closed.Reason,
        SendOutcome.Moved moved => new(nameof(ProblemTexts.DestinationMoved), null, destination.Name, moved.NewAddress),
        _ => new(nameof(ProblemTexts.ChannelNotChecked), null, Name, Words(failure)),
    };

    /// <summary>What a failed call says, in few words.</summary>
    public static string Words(Exception failure) => failure switch
    {
        ApiRequestException answer => string.Create(CultureInfo.InvariantCulture, $"{answer.ErrorCode} {answer.Message}"),
        RequestException { InnerException: { } inner } => inner.GetType().Name,
        _ => failure.GetType().Name,
    };
}
