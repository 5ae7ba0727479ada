using System.Collections.Immutable;
using Dissemination.Content;

namespace Dissemination.Intake;

/// <summary>The reasons that lie as JSON beside a kept original.</summary>
internal sealed record Rejection(string File, HandInId HandIn, DateTimeOffset At, string? By, ImmutableArray<RejectionReason> Problems);
