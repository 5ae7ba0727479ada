using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Publishing;

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
    Overflow Overflow = Overflow.Shorten);

/// <summary>The picture of a post.</summary>
/// <param name="Blob">Its name in the <c>media</c> container.</param>
/// <param name="Alt">Its words for those who cannot see it.</param>
/// <param name="IsCard">Whether it shows the words of the post itself, and so is never left out.</param>
internal sealed record PostPicture(string Blob, string ContentType, string Alt, bool IsCard = false)
{
    /// <summary>What is written below it.</summary>
    public string? Caption { get; init; }

    /// <summary>Its bytes; 0 where that is not known.</summary>
    public long Length { get; init; }
}
