using Dissemination.Directory;

namespace Dissemination.Deliveries;

/// <summary>
/// What becomes of taking a post down, because its item was withdrawn or had expired, once a newer revision corrects it: pure functions. A
/// voice is never corrected, so an earlier one is taken down in any case.
/// </summary>
internal static class EarlierRemovals
{
    /// <summary>The post as it stands for whoever corrects it; null where it was taken down.</summary>
    public static Delivery? Standing(Delivery post, Delivery? removal) => (post.Channel, removal?.State) switch
    {
        (ChannelKind.TelegramVoice, _) => post,
        (_, DeliveryState.Delivered) => null,

        // Nobody knows whether it is still there.
        (_, DeliveryState.Sending or DeliveryState.Uncertain) => post with { State = DeliveryState.Uncertain },
        _ => post,
    };

    /// <summary>Whether it has not been begun, or failed: what is corrected is not to be taken down any more.</summary>
    public static bool GivesWay(Delivery removal) =>
        removal is
        {
            Channel: not ChannelKind.TelegramVoice,
            State: DeliveryState.Held or DeliveryState.Due or DeliveryState.Retrying or DeliveryState.Failed,
        };
}
