using Dissemination.Publishing;

namespace Dissemination.Channels.Sending;

/// <summary>What a channel's answer does to a delivery: a pure function.</summary>
internal static class OutcomeEvents
{
    /// <summary>How often a delivery that never left is tried before it fails and a person decides.</summary>
    private const int MostAttempts = 10;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    public static DeliveryEvent Of(SendOutcome outcome, int attempts, DateTimeOffset now) => outcome switch
    {
        SendOutcome.Delivered delivered => new DeliveryEvent.Arrived(now, delivered.Reference),
        SendOutcome.Later { After: { } after } later => new DeliveryEvent.Postponed(now + after, later.Reason),
        SendOutcome.Later later when attempts < MostAttempts => new DeliveryEvent.Postponed(now + DelayAfter(attempts), later.Reason),
        SendOutcome.Later later => new DeliveryEvent.Refused(now, later.Reason),
        SendOutcome.Rejected rejected => new DeliveryEvent.Refused(now, rejected.Reason),
        SendOutcome.Closed closed => new DeliveryEvent.Refused(now, closed.Reason),
        SendOutcome.CredentialDead dead => new DeliveryEvent.Refused(now, dead.Reason),
        SendOutcome.Unknown unknown => new DeliveryEvent.OutcomeLost(now, unknown.Reason),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} does not end a send."),
    };

    /// <summary>10 s, 20 s, 40 s … at most an hour.</summary>
    public static TimeSpan DelayAfter(int attempts)
    {
        var delay = TimeSpan.FromSeconds(10 * Math.Pow(2, Math.Clamp(attempts - 1, 0, 10)));
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
