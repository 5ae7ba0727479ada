using Dissemination.Simulators.Faults;

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

    /// <summary>What a plan of faults means here; null where the call goes well.</summary>
    internal static TelegramFault? Of(FaultPlan plan, int call) => plan.Of(call) switch
    {
        Fault.Throttled => Throttled(plan.RetryAfter),
        Fault.ServerError => ServerError,
        Fault.ServerErrorAfterAccept => new Garbage(500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""", Accept: true),
        Fault.CutBeforeAccept => new Cut(Accept: false),
        Fault.CutAfterAccept => new Cut(Accept: true),
        Fault.Malformed => new Garbage(200, """{"ok":true,"result":{"message_id":""", Accept: true),
        Fault.Slow => new Slow(plan.Slowness),
        _ => null,
    };

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

    /// <summary>Done, and answered late.</summary>
    public sealed record Slow(TimeSpan Wait) : TelegramFault;

    /// <summary>The connection is cut instead of an answer.</summary>
    public sealed record Cut(bool Accept) : TelegramFault;
}
