namespace Dissemination.Intake;

/// <summary>One reason, in both languages.</summary>
internal sealed record RejectionReason(string Code, string? File, int? Line, string? Field, string Vi, string En);
