namespace Dissemination.Web.Api;

/// <summary>A reason that people will read.</summary>
internal sealed record ReasonRequest(string? Reason);
