using System.Collections.Immutable;

namespace Dissemination.Content;

/// <summary>The reasons that lie as JSON beside a kept original.</summary>
internal sealed record Rejection(string File, HandInId HandIn, DateTimeOffset At, string? By, ImmutableArray<RejectionReason> Problems);

/// <summary>One reason, in both languages.</summary>
internal sealed record RejectionReason(string Code, string? File, int? Line, string? Field, string Vi, string En);
