using Dissemination.Simulators.Faults;

namespace Dissemination.Simulators.Telegram;

/// <summary>What goes wrong with a call to the simulated Telegram alone.</summary>
public static class TelegramFault
{
    public static Answer Kicked { get; } = new(403, "Forbidden: bot was kicked from the supergroup chat");

    public static Answer Blocked { get; } = new(403, "Forbidden: bot was blocked by the user");

    public static Answer NotAMember { get; } = new(403, "Forbidden: bot is not a member of the channel chat");

    public static Answer ChatNotFound { get; } = new(400, "Bad Request: chat not found");

    public static Answer BadToken { get; } = new(401, "Unauthorized");

    public static Answer NoSuchBot { get; } = new(404, "Not Found");

    public static Answer ServerError { get; } = new(500, "Internal Server Error");

    /// <summary>What a plan of faults means here; null where the call goes well.</summary>
    internal static CallFault? Of(FaultPlan plan, int call) => plan.Of(call) switch
    {
        Fault.Throttled => Throttled(plan.RetryAfter),
        Fault.ServerError => ServerError,
        Fault.ServerErrorAfterAccept =>
            new CallFault.Garbage(500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""", Accept: true),
        Fault.Malformed => new CallFault.Garbage(200, """{"ok":true,"result":{"message_id":""", Accept: true),
        var other => CallFault.Of(other, plan),
    };

    public static Answer Throttled(int retryAfter) =>
        new(429, $"Too Many Requests: retry after {retryAfter}", RetryAfter: retryAfter);

    public static Answer Migrated(long chat) =>
        new(400, "Bad Request: group chat was upgraded to a supergroup chat", MigrateToChatId: chat);

    /// <summary>An answer in the Bot API's form; nothing was posted.</summary>
    public sealed record Answer(
        int Code, string Description, int? RetryAfter = null, long? MigrateToChatId = null) : CallFault(Accept: false);
}
