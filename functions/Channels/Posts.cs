using Dissemination.Publishing;

namespace Dissemination.Channels;

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
        [.. Pictures(version, card)],
        version.IsSample,
        delivery.BegunAt ?? delivery.PlannedAt,
        version.Content.Overflow);

    private static IEnumerable<PostPicture> Pictures(PublishableVersion version, PostPicture? card)
    {
        if (card is not null)
        {
            yield return card;
        }

        if (version.Picture is { } picture)
        {
            yield return new(picture.Blob, picture.ContentType, version.Content.PictureAlt ?? version.Text.Headline);
        }
    }
}
