using Dissemination.Channels;
using Dissemination.Problems;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// What reading the channel back does to a delivery that was cut off or whose outcome was lost: a pure function. What cannot be read back
/// is never sent again by itself.
/// </summary>
internal static class Settlement
{
    public static DeliveryEvent Of(Delivery delivery, FindOutcome found, DateTimeOffset now)
    {
        var interrupted = new Problem(nameof(ProblemTexts.SendInterrupted));
        return (delivery.State, found) switch
        {
            // Correcting or taking down twice is the same as once.
            (DeliveryState.Sending, _) when delivery.Action is not DeliveryAction.Post => new DeliveryEvent.Postponed(now, interrupted),
            (DeliveryState.Sending, FindOutcome.There there) => new DeliveryEvent.Arrived(now, there.Reference),
            (DeliveryState.Sending, FindOutcome.NotThere) => new DeliveryEvent.Postponed(now, interrupted),
            (DeliveryState.Sending, FindOutcome.Begun begun) => new DeliveryEvent.Postponed(now, interrupted, begun.Progress),
            (DeliveryState.Sending, _) => new DeliveryEvent.OutcomeLost(now, interrupted),
            (_, FindOutcome.There there) => new DeliveryEvent.FoundThere(now, there.Reference),
            (_, FindOutcome.Begun begun) => new DeliveryEvent.FoundMissing(now, delivery.Reason ?? interrupted, begun.Progress),
            (_, FindOutcome.NotThere) => new DeliveryEvent.FoundMissing(now, delivery.Reason ?? interrupted),
            _ => new DeliveryEvent.NotFoundOut(),
        };
    }
}
