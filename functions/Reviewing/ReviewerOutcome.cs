using Telegram.Bot.Exceptions;

namespace Dissemination.Reviewing;

/// <summary>
/// What a call of the reviewers' bot came to. A message may come twice where nobody knows whether the first one arrived: that is better
/// than none.
/// </summary>
internal abstract record ReviewerOutcome
{
    /// <summary>What is told to come later where Telegram names no time.</summary>
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(30);

    // A person who never wrote to the bot, left Telegram, or is none.
    private static readonly string[] IsClosed =
        ["chat not found", "PEER_ID_INVALID", "user is deactivated", "bot can't initiate conversation"];

    /// <param name="Message">The number of the message, where one was sent.</param>
    public sealed record Done(int? Message = null) : ReviewerOutcome;

    public sealed record Later(TimeSpan After) : ReviewerOutcome;

    /// <summary>The person takes no messages of the bot; only he or she can change that.</summary>
    public sealed record Closed(string Words) : ReviewerOutcome;

    /// <summary>Telegram does not do this, however often it is asked.</summary>
    public sealed record Refused(string Words) : ReviewerOutcome;

    /// <summary>It did not happen, or nobody knows.</summary>
    public sealed record Failed(string Words) : ReviewerOutcome;

    /// <param name="words">What the failed call says, with no secret in it.</param>
    public static ReviewerOutcome Of(Exception failure, string words) => failure switch
    {
        ApiRequestException { ErrorCode: 429 } answer =>
            new Later(answer.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : AWhile),
        ApiRequestException { ErrorCode: 403 } => new Closed(words),
        ApiRequestException { ErrorCode: 400 } answer when Says(answer, "message is not modified") => new Done(),
        ApiRequestException { ErrorCode: 400 } answer => Says(answer, IsClosed) ? new Closed(words) : new Refused(words),
        _ => new Failed(words),
    };

    private static bool Says(ApiRequestException answer, params IEnumerable<string> words) =>
        words.Any(word => answer.Message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
