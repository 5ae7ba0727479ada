using Dissemination.Problems;

namespace Dissemination.Publishing;

/// <summary>The life of a delivery as one pure function.</summary>
internal static class DeliveryTransitions
{
    /// <summary>The delivery after the event, or null where the event cannot happen to it as it stands.</summary>
    public static Delivery? Apply(this Delivery delivery, DeliveryEvent happened) => (delivery.State, happened) switch
    {
        (DeliveryState.Due or DeliveryState.Retrying, DeliveryEvent.SendBegun begun) when !delivery.IsByHand =>
            delivery with { State = DeliveryState.Sending, Attempts = delivery.Attempts + 1, SendingUntil = begun.Until, RetryAt = null, Reason = null },

        (DeliveryState.Sending, DeliveryEvent.Arrived arrived) =>
            Ended(delivery, DeliveryState.Delivered, arrived.At, reason: null) with { Reference = arrived.Reference },
        (DeliveryState.Sending, DeliveryEvent.Postponed postponed) =>
            delivery with { State = DeliveryState.Retrying, SendingUntil = null, RetryAt = postponed.RetryAt, Reason = postponed.Reason },
        (DeliveryState.Sending, DeliveryEvent.OutcomeLost lost) =>
            Ended(delivery, DeliveryState.Uncertain, lost.At, lost.Reason),
        (DeliveryState.Sending or DeliveryState.Due or DeliveryState.Retrying, DeliveryEvent.Refused refused) =>
            Ended(delivery, DeliveryState.Failed, refused.At, refused.Reason),

        (DeliveryState.Due or DeliveryState.Retrying, DeliveryEvent.HeldBack held) =>
            delivery with { State = DeliveryState.Held, RetryAt = null, Reason = held.Reason },
        (DeliveryState.Held, DeliveryEvent.Released) =>
            delivery with { State = DeliveryState.Due, Reason = null },
        (DeliveryState.Held or DeliveryState.Due or DeliveryState.Retrying or DeliveryState.Failed, DeliveryEvent.Stopped stopped) =>
            Ended(delivery, DeliveryState.Withdrawn, stopped.At, stopped.Reason),

        (DeliveryState.Due, DeliveryEvent.Confirmed confirmed) when delivery.IsByHand =>
            Ended(delivery, DeliveryState.Delivered, confirmed.At, reason: null) with { ConfirmedBy = confirmed.By, Attendance = confirmed.Attendance },

        (DeliveryState.Failed, DeliveryEvent.RetryAsked) or (DeliveryState.Uncertain, DeliveryEvent.SeenMissing) =>
            delivery with { State = DeliveryState.Due, Reason = null, EndedAt = null },
        (DeliveryState.Uncertain, DeliveryEvent.SeenThere seen) =>
            Ended(delivery, DeliveryState.Delivered, seen.At, reason: null) with { ConfirmedBy = seen.By },

        _ => null,
    };

    private static Delivery Ended(Delivery delivery, DeliveryState state, DateTimeOffset at, Problem? reason) =>
        delivery with { State = state, EndedAt = at, Reason = reason, SendingUntil = null, RetryAt = null };
}
