namespace Dissemination.Channels.Website;

internal sealed record JsonFeedAuthor(string Name);
