using Dissemination.Channels.Rendering;
using Dissemination.Content;

namespace Dissemination.Channels.Website;

/// <summary>Posts as entries of a feed: a pure function.</summary>
internal static class FeedEntries
{
    /// <param name="site">The public address of the program.</param>
    public static FeedEntry Of(Post post, Uri site) => new(
        post.Id,
        CleanText.Of(post.Text.Headline),
        post.Text.Summary is { } summary ? CleanText.Of(summary) : null,
        CleanText.Of(PostHtml.Of(post, site)),
        CleanText.Of(post.Issuer),
        post.Link,
        post.Pictures is [var picture, ..] ? PostHtml.PictureAddress(site, picture) : null,
        post.PublishedAt)
    {
        Words = ContentHash.OfSpoken(post.Text),
        Pictures =
        [
            .. post.Pictures.Select(picture => new FeedPicture(
                PostHtml.PictureAddress(site, picture), picture.ContentType, CleanText.Of(picture.Alt), picture.Caption is { } caption
                    ? CleanText.Of(caption)
                    : null, picture.Length)),
        ],
    };
}
