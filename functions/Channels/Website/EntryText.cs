using System.Net;
using System.Text;
using Dissemination.Channels.Rendering;

namespace Dissemination.Channels.Website;

/// <summary>A post as an entry of a feed.</summary>
internal static class EntryText
{
    /// <param name="site">The public address of the program.</param>
    public static FeedEntry Entry(Post post, Uri site) => new(
        post.Id,
        CleanText.Of(post.Text.Headline),
        post.Text.Summary is { } summary ? CleanText.Of(summary) : null,
        CleanText.Of(Html(post, site)),
        CleanText.Of(post.Issuer),
        post.Link,
        post.Pictures is [var picture, ..] ? PictureAddress(site, picture) : null,
        post.PublishedAt)
    {
        Pictures =
        [
            .. post.Pictures.Select(picture => new FeedPicture(
                PictureAddress(site, picture), picture.ContentType, CleanText.Of(picture.Alt), picture.Caption is { } caption ? CleanText.Of(caption) : null, picture.Length)),
        ],
    };

    private static string Html(Post post, Uri site)
    {
        var html = new StringBuilder();
        foreach (var picture in post.Pictures)
        {
            var image = $"<img src=\"{Encode(PictureAddress(site, picture))}\" alt=\"{Encode(picture.Alt)}\">";
            html.Append(picture.Caption is { Length: > 0 } caption ? $"<figure>{image}<figcaption>{Lines(caption)}</figcaption></figure>\n" : $"<p>{image}</p>\n");
        }

        Paragraph(post.Text.Summary);
        html.Append(post.Speaker is null ? "" : "<blockquote>\n")
            .Append(MarkdownBody.ToHtml(post.Text.Body))
            .Append(post.Speaker is null ? "" : "</blockquote>\n");
        Paragraph(post.Speaker is null ? null : $"— {post.Speaker}");
        Paragraph(post.Issuer);
        Paragraph(post.Sample ? PostTexts.Sample : null);
        return html.ToString();

        void Paragraph(string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                html.Append("<p>").Append(Lines(text)).Append("</p>\n");
            }
        }
    }

    /// <summary>Where everybody can get a picture.</summary>
    public static string PictureAddress(Uri site, PostPicture picture) => new Uri(site, $"/feeds/pictures/{Uri.EscapeDataString(picture.Blob)}").AbsoluteUri;

    private static string Lines(string text) => Encode(text).Replace("\n", "<br>\n", StringComparison.Ordinal);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
