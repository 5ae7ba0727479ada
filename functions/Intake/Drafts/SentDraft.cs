using Dissemination.Content;

namespace Dissemination.Intake.Drafts;

/// <summary>The hand-in that a draft became.</summary>
internal sealed record SentDraft(HandInId HandIn, DateTimeOffset At);
