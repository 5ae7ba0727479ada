namespace Dissemination.Web.Api;

/// <summary>The words of a translation.</summary>
internal sealed record DraftRequest(string? Title, string? Summary, string? Body, string? Pictures = null);
