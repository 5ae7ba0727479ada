namespace Dissemination.Web.Api;

/// <summary>What a person saw when looking for many uncertain deliveries, at most 100.</summary>
internal sealed record SettleManyRequest(IReadOnlyList<string>? Ids, bool IsThere);
