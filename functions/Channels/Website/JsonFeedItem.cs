namespace Dissemination.Channels.Website;

internal sealed record JsonFeedItem(
    string Id,
    string Url,
    string Title,
    string? Summary,
    string ContentHtml,
    string? Image,
    DateTimeOffset DatePublished,
    DateTimeOffset? DateModified,
    string Language,
    IReadOnlyList<JsonFeedAuthor> Authors,
    IReadOnlyList<JsonFeedAttachment>? Attachments);
