using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels;

/// <summary>What the person sees who serves a place by hand: a pure function.</summary>
internal static class HandView
{
    public static PostView Of(Post post, ChannelKind channel)
    {
        if (channel is not ChannelKind.Loudspeaker)
        {
            int? limit = channel is ChannelKind.VillageGroup ? PlainText.ZaloGroupLimit : null;
            var view = PostView.Of(PlainText.RenderByHand(post, channel), PostForm.ByHand, _ => limit);
            return view.Refusal is { } refusal ? view with { Refusal = null, Notes = [refusal] } : view;
        }

        var (read, leftOut) = ReadAloud.Render(post);
        return PostView.Of(read, PostForm.ReadAloud, _ => null) with
        {
            Notes = leftOut.IsEmpty ? [] : [new(nameof(ProblemTexts.AddressesNotRead), null, string.Join(", ", leftOut))],
        };
    }
}
