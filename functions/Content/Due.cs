namespace Dissemination.Content;

/// <summary>What Content and Translation hand to Publishing: a language version that may go out from a time on.</summary>
internal sealed record Due(VersionId Version, DateTimeOffset At);
