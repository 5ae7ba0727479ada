namespace Dissemination.Web.Api;

/// <summary>The same to many deliveries at once, at most 100.</summary>
internal sealed record ManyRequest(IReadOnlyList<string>? Ids);
