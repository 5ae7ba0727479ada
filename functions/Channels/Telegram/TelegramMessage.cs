using System.Collections.Immutable;
using Dissemination.Channels.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Dissemination.Channels.Telegram;

/// <summary>
/// One message as Telegram keeps it, and so what is edited and deleted by itself. A part is one of them, or an album of several.
/// </summary>
/// <param name="Picture">Null for a message of words.</param>
internal sealed record TelegramMessage(string Text, ImmutableArray<TextSpan> Spans, PostPicture? Picture)
{
    /// <summary>So many styles Telegram shows of a message; the others it drops without a word.</summary>
    public const int MostEntities = 100;

    /// <summary>The messages of a part; the first of an album carries the words.</summary>
    public static ImmutableArray<TelegramMessage> Of(RenderedPart part) => part.Pictures is []
        ? [new(part.Text, part.Spans, null)]
        : [.. part.Pictures.Select((picture, at) => at == 0 ? new TelegramMessage(part.Text, part.Spans, picture) : new("", [], picture))];

    /// <summary>The messages of all parts.</summary>
    public static ImmutableArray<TelegramMessage> Of(RenderedPost post) => [.. post.Parts.SelectMany(part => Of(part))];

    public IEnumerable<MessageEntity> Entities() => Shown().Select(span => new MessageEntity
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

    /// <summary>Of too many the links stay: words that are not bold are read all the same, and no words say where a link leads.</summary>
    private IEnumerable<TextSpan> Shown() => Spans.Length <= MostEntities
        ? Spans
        : Spans.OrderBy(span => span.Style is not TextStyle.Link).Take(MostEntities).OrderBy(span => span.Start);
}
