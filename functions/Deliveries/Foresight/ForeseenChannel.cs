using Dissemination.Directory;

namespace Dissemination.Deliveries.Foresight;

/// <summary>What happens at the places of one channel.</summary>
internal sealed record ForeseenChannel(ChannelKind Channel, ForeseenAct Act, int Places)
{
    public static ForeseenAct ActOf(Delivery planned) => (planned.Action, planned.IsByHand) switch
    {
        (DeliveryAction.Edit, false) => ForeseenAct.Correct,
        (DeliveryAction.Edit, true) => ForeseenAct.CorrectByHand,
        (_, true) => ForeseenAct.PostByHand,
        _ => ForeseenAct.Post,
    };
}
