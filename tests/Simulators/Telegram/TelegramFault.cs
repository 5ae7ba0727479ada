namespace Dissemination.Simulators.Telegram;

/// <summary>What goes wrong with a call to the simulated Telegram.</summary>
public abstract record TelegramFault
{
    private TelegramFault()
    {
    }

    public static TelegramFault Kicked { get; } = new Answer(403, "Forbidden: bot was kicked from the supergroup chat");

    public static TelegramFault Blocked { get; } = new Answer(403, "Forbidden: bot was blocked by the user");

    public static TelegramFault NotAMember { get; } = new Answer(403, "Forbidden: bot is not a member of the channel chat");

    public static TelegramFault ChatNotFound { get; } = new Answer(400, "Bad Request: chat not found");

    public static TelegramFault BadToken { get; } = new Answer(401, "Unauthorized");

    public static TelegramFault NoSuchBot { get; } = new Answer(404, "Not Found");

    public static TelegramFault ServerError { get; } = new Answer(500, "Internal Server Error");

    public static TelegramFault Throttled(int retryAfter) =>
        new Answer(429, $"Too Many Requests: retry after {retryAfter}", RetryAfter: retryAfter);

    public static TelegramFault Migrated(long chat) =>
        new Answer(400, "Bad Request: group chat was upgraded to a supergroup chat", MigrateToChatId: chat);

    /// <summary>An answer in the Bot API's form; nothing was posted.</summary>
    public sealed record Answer(int Code, string Description, int? RetryAfter = null, long? MigrateToChatId = null) : TelegramFault;

    /// <summary>An answer that is not the Bot API's, as from a gateway; nobody knows whether the post was taken.</summary>
    public sealed record Garbage(int Status, string Body, bool Accept) : TelegramFault;

    /// <summary>No answer for as long as the caller waits.</summary>
    public sealed record Silence(bool Accept) : TelegramFault;

    /// <summary>The connection is cut instead of an answer.</summary>
    public sealed record Cut(bool Accept) : TelegramFault;
}
