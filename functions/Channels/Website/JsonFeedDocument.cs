namespace Dissemination.Channels.Website;

internal sealed record JsonFeedDocument(
    string Version,
    string Title,
    string HomePageUrl,
    string FeedUrl,
    string Description,
    string Language,
    IReadOnlyList<JsonFeedItem> Items);
