using System.Collections.Immutable;
using Dissemination.Channels.Rendering;
using Dissemination.Content;

namespace Dissemination.Channels.Telegram;

/// <summary>A post as Telegram takes it: pictures with a caption where the words fit one, else words alone. A pure function.</summary>
internal static class TelegramForm
{
    /// <summary>UTF-16 code units of a message, after its entities are parsed.</summary>
    public const int TextLimit = 4096;

    /// <summary>UTF-16 code units of a photo's caption, after its entities are parsed.</summary>
    public const int CaptionLimit = 1024;

    /// <summary>Pictures of an album.</summary>
    public const int AlbumLimit = 10;

    public static RenderedPost Render(Post post)
    {
        if (post.Pictures is not [])
        {
            // A poster is its picture: its words are shortened before the picture is left out.
            var caption = PostText.Compose(post, CaptionLimit, writeAddresses: false);
            if (!caption.Shortened || post.Kind is ItemKind.Poster)
            {
                return Of(caption, [.. post.Pictures.Take(AlbumLimit)]);
            }
        }

        return Of(PostText.Compose(post, TextLimit, writeAddresses: false), []);
    }

    private static RenderedPost Of(PostText text, ImmutableArray<PostPicture> pictures) => new([RenderedPart.Of(text.Text, pictures)], text.Shortened);
}
