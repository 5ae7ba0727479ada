using Dissemination.Channels.Rendering;

namespace Dissemination.Channels;

/// <summary>A post without any form, for channels that take only words.</summary>
internal static class PlainText
{
    /// <summary>Characters of a Facebook post.</summary>
    public const int FacebookLimit = 63_206;

    /// <summary>Characters of a Zalo group message; Zalo does not publish the figure, this one is safe.</summary>
    public const int ZaloGroupLimit = 2_000;

    public static RenderedPost Render(Post post, int limit)
    {
        var text = PostText.Compose(post, limit, writeAddresses: true);
        return new([new(text.Text.Text, post.Pictures)], text.Shortened);
    }
}
