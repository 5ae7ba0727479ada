using Dissemination.Reviewing;

namespace Dissemination.Web.Pages.Recordings;

/// <summary>What was tapped and typed into a form that was not done.</summary>
internal sealed record TypedReason(ListenerCause? Cause, string? Note);
