namespace Dissemination.Web.Api;

/// <summary>What a person saw when looking for an uncertain delivery.</summary>
internal sealed record SettleRequest(bool IsThere);
