using Dissemination.Content;

namespace Dissemination.Channels.Website;

/// <summary>Which revision of an item a feed holds, and in which row.</summary>
/// <param name="PublishedAt">When the item came into the feed.</param>
internal sealed record FeedPointer(DeliveryId Delivery, string Row, DateTimeOffset PublishedAt);
