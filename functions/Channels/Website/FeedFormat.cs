namespace Dissemination.Channels.Website;

/// <summary>A form in which feeds are written.</summary>
/// <param name="Write">A pure function: the same feed gives the same bytes.</param>
internal sealed record FeedFormat(string Extension, string ContentType, Func<Feed, byte[]> Write)
{
    public static FeedFormat Rss { get; } = new(".rss", "application/rss+xml; charset=utf-8", RssFeed.Write);

    public static FeedFormat Json { get; } = new(".json", "application/feed+json; charset=utf-8", JsonFeed.Write);

    public static IReadOnlyList<FeedFormat> All { get; } = [Rss, Json];
}
