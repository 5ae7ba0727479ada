using Dissemination.Publishing;

namespace Dissemination.Channels;

/// <summary>Makes the post of a delivery from its language version: a pure function.</summary>
internal static class Posts
{
    public static Post Make(PublishableVersion version, Delivery delivery, SiteAddress site) => new(
        delivery.Id,
        version.Content.Kind,
        version.Text,
        version.Content.Issuer,
        version.Content.Speaker,
        site.ShortLink(delivery.Link),
        version.Picture is { } picture ? [new(picture.Blob, picture.ContentType, version.Content.PictureAlt ?? version.Text.Headline)] : [],
        version.Content.Sample || version.Translation?.Sample == true,
        version.Content.PublishAt ?? delivery.PlannedAt,
        version.Content.Overflow);
}
