namespace Dissemination.Channels.Facebook;

/// <summary>A page, as far as it is asked for.</summary>
internal sealed record FacebookPage(string? Id, string? Name, bool? IsPublished, long? FollowersCount);
