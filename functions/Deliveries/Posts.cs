using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Publishing;

namespace Dissemination.Deliveries;

/// <summary>Makes the post of a delivery from its language version: a pure function.</summary>
internal static class Posts
{
    /// <param name="card">The version's picture card, if it has one; it comes before the item's own picture.</param>
    public static Post Make(PublishableVersion version, Delivery delivery, SiteAddress site, PostPicture? card = null) => new(
        delivery.Id,
        version.Content.Kind,
        version.Text,
        version.Content.Issuer,
        version.Content.Speaker,
        site.ShortLink(delivery.Link),
        card is null ? PicturesOf(version) : [card, .. PicturesOf(version)],
        version.IsSample,
        delivery.BegunAt ?? delivery.PlannedAt,
        version.Content.Overflow)
    {
        Voice = version.Voice is { } voice ? new(voice.File, voice.Bytes, voice.Milliseconds) : null,
    };

    /// <summary>The item's own pictures, with their words in the language of the version.</summary>
    public static ImmutableArray<PostPicture> PicturesOf(PublishableVersion version) =>
    [
        .. PictureTexts.Translated(version.Content.Pictures, version.Translation is null ? null : version.Text.Pictures)
            .Join(
                version.Pictures,
                named => named.File,
                there => there.Path,
                (named, there) => Picture(named, there, version),
                StringComparer.Ordinal),
    ];

    private static PostPicture Picture(ItemPicture named, AcceptedPicture there, PublishableVersion version) =>
        PostPictures.WithWords(
            new(there.Blob, there.ContentType, version.Text.Headline) { Length = there.Length },
            named,
            isTranslation: version.Translation is not null);
}
