using Dissemination.Directory;

namespace Dissemination.Translation;

/// <summary>Somebody looked at a warning, or at an error that may be meant so, and says that the text is right all the same.</summary>
/// <param name="Finding">Which finding: its key, the same as long as the words are.</param>
internal sealed record Dismissal(string Finding, string Reason, PersonId By, DateTimeOffset At);
