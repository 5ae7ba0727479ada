using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Dissemination.Channels.Telegram;

/// <summary>Bots by their tokens, and chats by their addresses.</summary>
internal sealed class TelegramBots(IHttpClientFactory http, IOptions<TelegramOptions> options)
{
    public const string Http = "telegram";

    /// <summary>Null where the token has not the form of one.</summary>
    public TelegramBotClient? Client(string? token)
    {
        try
        {
            // The client would sleep through a 429 by itself; the queue waits instead.
            return token is null
                ? null
                : new(new TelegramBotClientOptions(token, options.Value.BaseUrl) { RetryCount = 0 }, http.CreateClient(Http));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Null where the address has not the form of one.</summary>
    public static ChatId? Chat(Destination destination) =>
        long.TryParse(destination.Address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? new(id)
        : destination.Address is ['@', _, ..] ? new(destination.Address)
        : null;

    public static SendOutcome.CredentialDead Refused(Destination destination) =>
        new(new(nameof(ProblemTexts.CredentialRefused), null, "Telegram", destination.Credential ?? ""));
}
