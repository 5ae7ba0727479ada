using Dissemination.Channels.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Dissemination.Channels.Telegram;

/// <summary>The styles of a part as Telegram takes them.</summary>
internal static class TelegramMessage
{
    public static IEnumerable<MessageEntity> Entities(this RenderedPart part) => part.Spans.Select(span => new MessageEntity
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
