using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Dissemination.Channels.Telegram;

/// <summary>A post as Telegram takes it: a photo with a caption where the words fit one, else words alone.</summary>
/// <param name="Picture">Null where the words are too long for a caption.</param>
internal sealed record TelegramMessage(StyledText Text, PostPicture? Picture, bool Shortened)
{
    /// <summary>UTF-16 code units of a message, after its entities are parsed.</summary>
    public const int TextLimit = 4096;

    /// <summary>UTF-16 code units of a photo's caption, after its entities are parsed.</summary>
    public const int CaptionLimit = 1024;

    public static TelegramMessage Of(Post post)
    {
        if (post.Pictures is [var picture, ..])
        {
            // A poster is its picture: its words are shortened before the picture is left out.
            var caption = PostText.Compose(post, CaptionLimit, writeAddresses: false);
            if (!caption.Shortened || post.Kind is ItemKind.Poster)
            {
                return new(caption.Text, picture, caption.Shortened);
            }
        }

        var text = PostText.Compose(post, TextLimit, writeAddresses: false);
        return new(text.Text, null, text.Shortened);
    }

    public IEnumerable<MessageEntity> Entities() => Text.Spans.Select(span => new MessageEntity
    {
        Type = span.Style switch
        {
            TextStyle.Bold => MessageEntityType.Bold,
            TextStyle.Italic => MessageEntityType.Italic,
            _ => MessageEntityType.TextLink,
        },
        Offset = span.Start,
        Length = span.Length,
        Url = span.Address,
    });
}
