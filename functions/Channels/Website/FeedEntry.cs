using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Channels.Website;

/// <summary>
/// A post as a feed carries it. Every commune's feed has its own, with all the words of it, so it is stored compressed: Vietnamese letters
/// take six bytes each on the way to storage, those of Tai Viet too.
/// </summary>
/// <param name="PublishedAt">When its item came into the feed.</param>
/// <param name="CorrectedAt">When a later revision took the place of the first; null for the first.</param>
/// <param name="Html">Safe HTML: no raw HTML of the author, links to pages and mailboxes only.</param>
internal sealed record FeedEntry(
    DeliveryId Delivery,
    string Title,
    string? Summary,
    string Html,
    string Issuer,
    string Link,
    string? Picture,
    DateTimeOffset PublishedAt,
    DateTimeOffset? CorrectedAt = null) : ICompressedRow
{
    /// <summary>All its pictures; not there for what was stored when an entry had one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<FeedPicture> Pictures { get; init; }

    /// <summary>What its words are when they are read aloud; null of what was stored before voices were.</summary>
    public string? Words { get; init; }

    /// <summary>Those words read aloud. Never stored with it: it is found by the words, so that none goes with others.</summary>
    [JsonIgnore]
    public FeedSound? Sound { get; init; }

    /// <summary>The same for every revision of an item, so that a reader of the feed sees a correction as one.</summary>
    public string Guid => $"{Delivery.Version.Item}.{Delivery.Version.Language}.{Delivery.Destination}";
}
