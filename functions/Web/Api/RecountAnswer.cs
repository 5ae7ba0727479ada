namespace Dissemination.Web.Api;

/// <summary>What was asked to be counted anew.</summary>
internal sealed record RecountAnswer(int Items);
