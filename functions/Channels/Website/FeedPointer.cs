using Dissemination.Content;

namespace Dissemination.Channels.Website;

/// <summary>Which revision of an item a feed holds, and in which row.</summary>
internal sealed record FeedPointer(DeliveryId Delivery, string Row);
