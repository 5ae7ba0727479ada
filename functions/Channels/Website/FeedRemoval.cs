using Dissemination.Content;

namespace Dissemination.Channels.Website;

/// <summary>What was taken out of a feed last: an entry that is gone does not tell when the feed changed, and this row does.</summary>
internal sealed record FeedRemoval(ItemId Item);
