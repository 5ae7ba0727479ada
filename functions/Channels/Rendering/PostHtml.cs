using System.Net;
using System.Text;

namespace Dissemination.Channels.Rendering;

/// <summary>A post as safe HTML, for feeds and articles.</summary>
internal static class PostHtml
{
    /// <param name="site">The public address of the program.</param>
    public static string Of(Post post, Uri site)
    {
        var html = new StringBuilder();
        foreach (var picture in post.Pictures)
        {
            var image = $"<img src=\"{Encode(PictureAddress(site, picture))}\" alt=\"{Encode(picture.Alt)}\">";
            html.Append(
                picture.Caption is { Length: > 0 } caption
                    ? $"<figure>{image}<figcaption>{Lines(caption)}</figcaption></figure>\n"
                    : $"<p>{image}</p>\n");
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
    public static string PictureAddress(Uri site, PostPicture picture) =>
        new Uri(site, $"/feeds/pictures/{Uri.EscapeDataString(picture.Blob)}").AbsoluteUri;

    private static string Lines(string text) => Encode(text).Replace("\n", "<br>\n", StringComparison.Ordinal);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
