using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Channels.Zalo;

/// <summary>Posts as the readers of Zalo see them: pure functions over what is sent.</summary>
internal static class ZaloView
{
    /// <param name="article">As it is sent; null where the post has no picture for its cover.</param>
    public static PostView OfArticle(ZaloArticleBody? article, Post post, ZaloOptions options) =>
        article is null
            ? PostView.Refused(PostForm.Article, new(nameof(ProblemTexts.ZaloNeedsCover)))
            : new(
                PostForm.Article,
                [
                    new(PostPiece.Title, article.Title, [.. post.Pictures.Take(1)], options.TitleLimit),
                    new(PostPiece.Author, article.Author, [], options.AuthorLimit),
                    new(PostPiece.Description, article.Description, [], options.DescriptionLimit),
                    new(
                        PostPiece.Body,
                        string.Join('\n', article.Body.Select(block => block.Content).OfType<string>()),
                        [.. post.Pictures.Skip(1)]),
                ]);

    /// <summary>A message to a group, without the picture that Zalo does not take.</summary>
    public static PostView OfMessages(RenderedPost rendered, ItemKind kind, ZaloOptions options)
    {
        var tooLarge = rendered.Pictures.FirstOrDefault(picture => picture.Length > options.PictureLimit);
        return (tooLarge, kind) switch
        {
            ({ } picture, ItemKind.Poster) =>
                PostView.Refused(PostForm.Messages, new(nameof(ProblemTexts.ZaloPictureTooLarge), null, picture.Blob)),
            ({ } picture, _) => View(rendered with { Parts = [.. rendered.Parts.Select(part => Without(part, picture))] }),
            _ => View(rendered),
        };

        PostView View(RenderedPost post) => PostView.Of(post, PostForm.Messages, _ => options.GroupTextLimit);
    }

    private static RenderedPart Without(RenderedPart part, PostPicture picture) =>
        part with { Pictures = [.. part.Pictures.Where(other => other != picture)] };
}
