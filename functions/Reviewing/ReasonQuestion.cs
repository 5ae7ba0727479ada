using Dissemination.Content;

namespace Dissemination.Reviewing;

/// <summary>
/// A message that asked a person why a translation is returned. The answer to it is the reason; nothing else of a chat is kept.
/// </summary>
internal sealed record ReasonQuestion(TextId Text, string Stamp, DateTimeOffset At)
{
    /// <summary>How long an answer is taken for one.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    public bool IsExpired(DateTimeOffset now) => At + Holds <= now;
}
