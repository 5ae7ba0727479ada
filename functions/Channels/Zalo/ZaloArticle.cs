using System.Collections.Immutable;
using Dissemination.Channels.Rendering;

namespace Dissemination.Channels.Zalo;

/// <summary>A post as an article of an Official Account.</summary>
internal static class ZaloArticle
{
    /// <summary>The article; null where the post has no picture, because Zalo takes none without a cover.</summary>
    /// <param name="site">The public address of the program: Zalo fetches the cover from there.</param>
    /// <param name="id">Of the article that it replaces.</param>
    public static ZaloArticleBody? Of(Post post, Uri site, ZaloOptions options, string? id = null) =>
        post.Pictures is not [var picture, ..] ? null : new(
        id,
        Title(post, options),
        Short(post.Issuer, options.AuthorLimit),
        new(PostHtml.PictureAddress(site, picture)),
        Description(post, options),
        [.. Body(post), .. Pictures(post, site)]);

    public static string Title(Post post, ZaloOptions options) => Short(post.Text.Headline, options.TitleLimit);

    /// <summary>Ends with the short link, by which the article is found again.</summary>
    private static string Description(Post post, ZaloOptions options)
    {
        var words = post.Text.Summary is { Length: > 0 } summary ? summary : MarkdownText.Read(post.Text.Body, writeAddresses: false).Text;
        return $"{Short(words, options.DescriptionLimit - post.Link.Length - 1)} {post.Link}".Trim();
    }

    /// <summary>A block a line, so that none runs into the next; whose words, issuer, sample mark and link stand below them.</summary>
    private static ImmutableArray<ZaloBlock> Body(Post post)
    {
        IEnumerable<string?> blocks =
        [
            .. post.Text.Summary?.Split('\n') ?? [],
            .. MarkdownText.Read(post.Text.Body, writeAddresses: true).Text.Split('\n'),
            .. post.Pictures[0].Caption?.Split('\n') ?? [],
            post.Speaker is { Length: > 0 } speaker ? $"— {speaker}" : null,
            post.Issuer,
            post.Sample ? PostTexts.Sample : null,
            post.Link,
        ];
        return [.. blocks.Where(block => !string.IsNullOrWhiteSpace(block)).Select(block => new ZaloBlock(block!.Trim()))];
    }

    /// <summary>The pictures behind the cover, each with its caption.</summary>
    private static IEnumerable<ZaloBlock> Pictures(Post post, Uri site) =>
        post.Pictures.Skip(1)
            .Select(picture => new ZaloBlock(Type: "image", Url: PostHtml.PictureAddress(site, picture), Caption: picture.Caption));

    private static string Short(string words, int limit) => Shortening.Shorten(new(OneLine(words), []), limit).Text;

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
