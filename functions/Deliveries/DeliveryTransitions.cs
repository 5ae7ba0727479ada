using Dissemination.Problems;

namespace Dissemination.Deliveries;

/// <summary>The life of a delivery as one pure function.</summary>
internal static class DeliveryTransitions
{
    /// <summary>The delivery after the event, or null where the event cannot happen to it as it stands.</summary>
    public static Delivery? Apply(this Delivery delivery, DeliveryEvent happened) =>
        OfSending(delivery, happened) ?? OfSettling(delivery, happened) ?? OfStopping(delivery, happened) ?? OfPeople(delivery, happened);

    private static Delivery? OfSending(Delivery delivery, DeliveryEvent happened) => (delivery.State, happened) switch
    {
        (DeliveryState.Due or DeliveryState.Retrying, DeliveryEvent.SendBegun begun) when !delivery.IsByHand =>
            Open(delivery, DeliveryState.Sending) with
            {
                Attempts = delivery.Attempts + 1,
                BegunAt = begun.At,
                SendingUntil = begun.Until,
                Edition = begun.Edition,
            },

        (DeliveryState.Sending, DeliveryEvent.Arrived arrived) =>
            Ended(delivery, DeliveryState.Delivered, arrived.At) with { Reference = arrived.Reference, Progress = null },
        (DeliveryState.Sending, DeliveryEvent.Postponed postponed) =>
            Open(delivery, DeliveryState.Retrying, postponed.Reason) with
            {
                Attempts = postponed.IsWait ? delivery.Attempts - 1 : delivery.Attempts,
                RetryAt = postponed.RetryAt,
                Progress = ProgressAfter(delivery, postponed.Progress),
            },
        (DeliveryState.Sending, DeliveryEvent.OutcomeLost lost) =>
            Ended(delivery, DeliveryState.Uncertain, lost.At, lost.Reason, lost.Failure) with
            {
                SettleAt = lost.SettleAt,
                Progress = ProgressAfter(delivery, lost.Progress),
            },
        (DeliveryState.Sending or DeliveryState.Due or DeliveryState.Retrying, DeliveryEvent.HandedOver over) when !delivery.IsByHand =>
            Open(delivery, DeliveryState.Due, over.Reason) with { HandedOver = true },
        (DeliveryState.Sending or DeliveryState.Due or DeliveryState.Retrying, DeliveryEvent.Refused refused) when !delivery.IsByHand =>
            Ended(delivery, DeliveryState.Failed, refused.At, refused.Reason, refused.Failure) with
            {
                Progress = ProgressAfter(delivery, refused.Progress),
            },
        _ => null,
    };

    private static Delivery? OfSettling(Delivery delivery, DeliveryEvent happened) => (delivery.State, happened) switch
    {
        (DeliveryState.Uncertain, DeliveryEvent.FoundThere found) =>
            Ended(delivery, DeliveryState.Delivered, found.At) with { Reference = found.Reference, Progress = null },
        (DeliveryState.Uncertain, DeliveryEvent.FoundMissing missing) =>
            Open(delivery, DeliveryState.Retrying, missing.Reason) with
            {
                RetryAt = missing.RetryAt,
                Progress = ProgressAfter(delivery, missing.Progress),
            },
        (DeliveryState.Uncertain, DeliveryEvent.NotFoundOut) when delivery.SettleAt is not null =>
            delivery with { SettleAt = null },
        _ => null,
    };

    private static Delivery? OfStopping(Delivery delivery, DeliveryEvent happened) => (delivery.State, happened) switch
    {
        (DeliveryState.Due or DeliveryState.Retrying, DeliveryEvent.HeldBack held) =>
            Open(delivery, DeliveryState.Held, held.Reason) with { ReleasedBy = null },
        (DeliveryState.Held, DeliveryEvent.Released released) =>
            Open(delivery, DeliveryState.Due) with { ReleasedBy = released.By, SendFrom = SendFromAfter(delivery, released.NotBefore) },
        (DeliveryState.Held or DeliveryState.Due or DeliveryState.Retrying or DeliveryState.Failed, DeliveryEvent.Stopped stopped) =>
            Ended(delivery, EndBy(stopped.Reason), stopped.At, stopped.Reason),
        (DeliveryState.Replaced, DeliveryEvent.WantedAgain again) when delivery.Action is DeliveryAction.Remove => again.Removal,
        (DeliveryState.Delivered, DeliveryEvent.TakenDown down) =>
            Ended(delivery, EndBy(down.Reason), down.At, down.Reason) with { PostedAt = delivery.EndedAt },
        (DeliveryState.Replaced or DeliveryState.Withdrawn, DeliveryEvent.StillThere) when delivery.PostedAt is { } posted =>
            Ended(delivery, DeliveryState.Delivered, posted) with { PostedAt = null },
        _ => null,
    };

    private static Delivery? OfPeople(Delivery delivery, DeliveryEvent happened) => (delivery.State, happened) switch
    {
        (DeliveryState.Due or DeliveryState.Expired, DeliveryEvent.Confirmed confirmed) when delivery.IsByHand =>
            Ended(delivery, DeliveryState.Delivered, confirmed.At) with
            {
                ConfirmedBy = confirmed.By,
                Attendance = confirmed.Attendance,
                Proof = confirmed.Proof,
            },
        (DeliveryState.Delivered, DeliveryEvent.ConfirmationTakenBack) when delivery is { IsByHand: true, ConfirmedBy: not null } =>
            Open(delivery, DeliveryState.Due) with { ConfirmedBy = null, Attendance = null, Proof = null },
        (DeliveryState.Delivered, DeliveryEvent.AttendanceTold told) when delivery.IsByHand =>
            delivery with { ConfirmedBy = told.By, Attendance = told.Attendance },

        (DeliveryState.Failed, DeliveryEvent.RetryAsked) => Open(delivery, DeliveryState.Due),
        (DeliveryState.Uncertain, DeliveryEvent.SeenMissing) => Open(delivery, DeliveryState.Due) with { IsSoughtFirst = true },
        (DeliveryState.Uncertain, DeliveryEvent.SeenThere seen) =>
            Ended(delivery, DeliveryState.Delivered, seen.At) with { ConfirmedBy = seen.By },
        _ => null,
    };

    /// <summary>The parts that are there after a channel told; an empty word says that what was begun is there no more.</summary>
    private static string? ProgressAfter(Delivery delivery, string? told) =>
        (told ?? delivery.Progress) is { Length: > 0 } there ? there : null;

    /// <summary>The later of the two; what corrects a post or takes it down waits for neither.</summary>
    private static DateTimeOffset? SendFromAfter(Delivery delivery, DateTimeOffset? released) =>
        delivery.Action is DeliveryAction.Post && released is { } at && !(delivery.SendFrom >= at) ? at : delivery.SendFrom;

    private static DeliveryState EndBy(Problem reason) => reason.Code switch
    {
        nameof(ProblemTexts.RevisionReplaced) => DeliveryState.Replaced,
        nameof(ProblemTexts.ItemExpired) => DeliveryState.Expired,
        _ => DeliveryState.Withdrawn,
    };

    private static Delivery Open(Delivery delivery, DeliveryState state, Problem? reason = null) =>
        delivery with
        {
            State = state,
            EndedAt = null,
            Reason = reason,
            Failure = null,
            SendingUntil = null,
            RetryAt = null,
            SettleAt = null,
        };

    private static Delivery Ended(
        Delivery delivery, DeliveryState state, DateTimeOffset at, Problem? reason = null, FailureClass? failure = null) =>
        Open(delivery, state, reason) with { EndedAt = at, Failure = failure };
}
