namespace Dissemination.Translation.Exchange;

/// <summary>A segment as a version has it now.</summary>
internal sealed record CurrentSegment(string Id, string Source, string? Target);
