using System.Collections.Immutable;
using Dissemination.Content;

namespace Dissemination.Channels;

/// <summary>A language version with all that a channel needs to render it for one destination.</summary>
/// <param name="Issuer">Named on every post.</param>
/// <param name="Speaker">Whose words a quote is.</param>
/// <param name="Link">The full address of this delivery's short link.</param>
/// <param name="PublishedAt">When it goes out (UTC): a late translation is as new as the day on which it is posted.</param>
internal sealed record Post(
    DeliveryId Id,
    ItemKind Kind,
    VersionText Text,
    string Issuer,
    string? Speaker,
    string Link,
    ImmutableArray<PostPicture> Pictures,
    bool Sample,
    DateTimeOffset PublishedAt,
    Overflow Overflow = Overflow.Shorten)
{
    /// <summary>Its words read aloud; null where nobody did, and where the channel has no use for it.</summary>
    public PostVoice? Voice { get; init; }
}
