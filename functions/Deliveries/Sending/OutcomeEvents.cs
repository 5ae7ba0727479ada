using Dissemination.Channels;

namespace Dissemination.Deliveries.Sending;

/// <summary>What a channel's answer does to a delivery: a pure function.</summary>
internal static class OutcomeEvents
{
    /// <summary>How often a delivery that never left is tried before it fails and a person decides.</summary>
    private const int MostAttempts = 10;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <summary>How long a channel that can be read back is given to show a post.</summary>
    private static readonly TimeSpan UntilItShows = TimeSpan.FromMinutes(1);

    /// <param name="canReadBack">Whether the channel can be asked later what became of a lost outcome.</param>
    public static DeliveryEvent Of(SendOutcome outcome, Delivery delivery, bool canReadBack, DateTimeOffset now) => outcome switch
    {
        SendOutcome.Delivered delivered => new DeliveryEvent.Arrived(now, delivered.Reference),
        SendOutcome.Later { After: { } after } later =>
            new DeliveryEvent.Postponed(now + after, later.Reason, later.Progress) { IsWait = true },
        SendOutcome.Later later when delivery.Attempts < MostAttempts =>
            new DeliveryEvent.Postponed(now + DelayAfter(delivery.Attempts), later.Reason, later.Progress),
        SendOutcome.Later later => new DeliveryEvent.Refused(now, later.Reason, FailureClass.Temporary, later.Progress),
        SendOutcome.Rejected rejected => new DeliveryEvent.Refused(now, rejected.Reason, FailureClass.Permanent, rejected.Progress),
        SendOutcome.Closed closed => new DeliveryEvent.Refused(now, closed.Reason, FailureClass.Permanent, closed.Progress),
        SendOutcome.CredentialDead dead => new DeliveryEvent.Refused(now, dead.Reason, FailureClass.Credential, dead.Progress),
        SendOutcome.ByHandOnly hand => new DeliveryEvent.HandedOver(hand.Reason),
        // Correcting or taking down twice is the same as once, so nothing about it needs to stay open.
        SendOutcome.Unknown unknown when delivery.Action is not DeliveryAction.Post && delivery.Attempts < MostAttempts =>
            new DeliveryEvent.Postponed(now + DelayAfter(delivery.Attempts), unknown.Reason, unknown.Progress),
        SendOutcome.Unknown unknown =>
            new DeliveryEvent.OutcomeLost(
                now, unknown.Reason, FailureClass.Unknown, canReadBack ? now + UntilItShows : null, unknown.Progress),
        SendOutcome.Duplicate twice =>
            new DeliveryEvent.OutcomeLost(now, twice.Reason, FailureClass.Duplicate, canReadBack ? now + UntilItShows : null),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} does not end a send."),
    };

    /// <summary>10 s, 20 s, 40 s … at most an hour.</summary>
    public static TimeSpan DelayAfter(int attempts)
    {
        var delay = TimeSpan.FromSeconds(10 * Math.Pow(2, Math.Clamp(attempts - 1, 0, 10)));
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
