namespace Dissemination.Channels.Facebook;

/// <summary>What is counted of a post itself.</summary>
internal sealed record FacebookCounts(FacebookCount? Reactions, FacebookCount? Comments, FacebookCount? Shares);
