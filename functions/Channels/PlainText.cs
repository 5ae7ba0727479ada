using Dissemination.Channels.Rendering;
using Dissemination.Directory;

namespace Dissemination.Channels;

/// <summary>A post without any form, for channels that take only words.</summary>
internal static class PlainText
{
    /// <summary>Characters of a Facebook post.</summary>
    public const int FacebookLimit = 63_206;

    /// <summary>Characters of a Telegram message.</summary>
    public const int TelegramLimit = 4_096;

    /// <summary>Characters of a Zalo group message; Zalo does not publish the figure, this one is safe.</summary>
    public const int ZaloGroupLimit = 2_000;

    public static RenderedPost Render(Post post, int limit)
    {
        var rendered = PostText.Compose(post, limit, writeAddresses: true).Rendered(post.Pictures);
        return rendered with { Parts = [.. rendered.Parts.Select(part => part with { Spans = [] })] };
    }

    /// <summary>
    /// For a person who posts it. A village group is a Zalo group; on paper there is room for all. What may not be cut is
    /// handed over whole with the reason, and the person decides.
    /// </summary>
    public static RenderedPost RenderByHand(Post post, ChannelKind channel)
    {
        var rendered = Render(post, channel switch
        {
            ChannelKind.VillageGroup or ChannelKind.Zalo => ZaloGroupLimit,
            ChannelKind.Telegram => TelegramLimit,
            _ => FacebookLimit,
        });
        return rendered.Refusal is null ? rendered : Render(post, int.MaxValue) with { Refusal = rendered.Refusal };
    }
}
