using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Dissemination.Channels.Website;

/// <summary>A feed as JSON Feed 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonFeedJson Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Escaped, Vietnamese and Tai Viet would take twice the bytes over slow networks.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static byte[] Write(Feed feed) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonFeedDocument(
            "https://jsonfeed.org/version/1.1",
            feed.Title,
            feed.Site.AbsoluteUri,
            feed.Address(FeedFormat.Json).AbsoluteUri,
            feed.Description,
            feed.Id.Language.Value,
            [.. feed.Entries.Select(Item)]),
        Context.JsonFeedDocument);

    private static JsonFeedItem Item(FeedEntry entry) => new(
        entry.Guid,
        entry.Link,
        entry.Title,
        entry.Summary,
        entry.Html,
        entry.Picture,
        entry.PublishedAt,
        entry.CorrectedAt,
        entry.Delivery.Version.Language.Value,
        [new(entry.Issuer)],
        AttachmentsOf(entry).ToList() is { Count: > 0 } attachments ? attachments : null);

    private static IEnumerable<JsonFeedAttachment> AttachmentsOf(FeedEntry entry)
    {
        if (entry.Sound is { } sound)
        {
            yield return new(sound.Url, PostVoice.ContentType, entry.Title, sound.Bytes, sound.Seconds);
        }

        foreach (var picture in entry.Pictures.IsDefault ? [] : entry.Pictures)
        {
            yield return Attachment(picture);
        }
    }

    private static JsonFeedAttachment Attachment(FeedPicture picture) =>
        new(picture.Url, picture.ContentType, picture.Caption ?? picture.Alt, picture.Length > 0 ? picture.Length : null);
}
