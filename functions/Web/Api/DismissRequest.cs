namespace Dissemination.Web.Api;

/// <summary>A warning that is no mistake.</summary>
/// <param name="Finding">The key of the finding.</param>
internal sealed record DismissRequest(string? Finding, string? Reason);
