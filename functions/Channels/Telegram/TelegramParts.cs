using Dissemination.Channels.Rendering;
using Dissemination.Content;

namespace Dissemination.Channels.Telegram;

/// <summary>
/// A post as Telegram takes it. Words that fit a caption go with the pictures. Where they do not, nothing is lost of what is split or must not
/// be cut. What is shortened stays one message, so that a reader's phone rings once: it keeps its pictures where they are the post itself
/// (posters, slogans, quotes, and the card that shows Thái letters where no font does), and its words where they are.
/// </summary>
internal static class TelegramParts
{
    /// <summary>UTF-16 code units of a message, after its entities are parsed.</summary>
    public const int TextLimit = 4096;

    /// <summary>UTF-16 code units of a photo's caption, after its entities are parsed.</summary>
    public const int CaptionLimit = 1024;

    /// <summary>Pictures of an album.</summary>
    public const int AlbumLimit = 10;

    public static RenderedPost Of(Post post)
    {
        if (post.Pictures.IsEmpty)
        {
            return Words(post);
        }

        post = post with { Pictures = [.. post.Pictures.Take(AlbumLimit)] };
        var caption = PostText.Compose(post, CaptionLimit, writeAddresses: false);
        return post.Overflow switch
        {
            _ when caption.IsWhole => caption.Rendered(post.Pictures),
            Overflow.Split => PostText.Compose(post, TextLimit, writeAddresses: false, CaptionLimit).Rendered(post.Pictures),
            Overflow.Refuse when Words(post) is { Refusal: null } words => words with { Parts = [Signed(post), .. words.Parts] },
            Overflow.Shorten when post.Kind is not ItemKind.Article || post.Pictures.Any(picture => picture.IsCard) => caption.Rendered(post.Pictures),
            _ => Words(post),
        };
    }

    private static RenderedPost Words(Post post) => PostText.Compose(post, TextLimit, writeAddresses: false).Rendered([]);

    /// <summary>The pictures before words that must not be cut: a message of its own, and so with its issuer.</summary>
    private static RenderedPart Signed(Post post) => new(PostFoot.Of(post, CaptionLimit / 4).Middle(""), post.Pictures);
}
