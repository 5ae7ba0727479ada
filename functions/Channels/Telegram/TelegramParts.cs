using System.Collections.Immutable;
using Dissemination.Channels.Rendering;
using Dissemination.Content;

namespace Dissemination.Channels.Telegram;

/// <summary>
/// A post as Telegram takes it. Words that fit a caption go with the pictures. Where they do not, nothing is lost of what is split or must
/// not be cut. What is shortened stays one message, so that a reader's phone rings once: it keeps its pictures where they are the post
/// itself (posters, slogans, quotes, and the card that shows Thái letters where no font does), and its words where they are. Several
/// pictures are never left out: an album comes before words that are too long for its caption, and what one album does not hold follows.
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

        ImmutableArray<PostPicture> album = [.. post.Pictures.Take(AlbumLimit)];
        var rendered = With(post, album);
        return post.Pictures.Length > AlbumLimit && rendered.Refusal is null
            ? rendered with { Parts = [.. rendered.Parts, Signed(post, [.. post.Pictures.Skip(AlbumLimit)])] }
            : rendered;
    }

    private static RenderedPost With(Post post, ImmutableArray<PostPicture> album)
    {
        var caption = PostText.Compose(post, CaptionLimit, writeAddresses: false);
        return post.Overflow switch
        {
            _ when caption.IsWhole => caption.Rendered(album),
            Overflow.Split => PostText.Compose(post, TextLimit, writeAddresses: false, CaptionLimit).Rendered(album),
            Overflow.Refuse when Words(post) is { Refusal: null } words => words with { Parts = [Signed(post, album), .. words.Parts] },
            Overflow.Shorten when post.Kind is not ItemKind.Article || album.Any(picture => picture.IsCard) => caption.Rendered(album),
            Overflow.Shorten when album.Length > 1 && Words(post) is var words =>
                words with { Parts = [Signed(post, album), .. words.Parts] },
            _ => Words(post),
        };
    }

    private static RenderedPost Words(Post post) => PostText.Compose(post, TextLimit, writeAddresses: false).Rendered([]);

    /// <summary>The pictures before words that must not be cut: a message of its own, and so with its issuer.</summary>
    private static RenderedPart Signed(Post post, ImmutableArray<PostPicture> pictures) =>
        new(PostFoot.Of(post, CaptionLimit / 4).Middle(""), pictures);
}
