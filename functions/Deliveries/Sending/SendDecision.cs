namespace Dissemination.Deliveries.Sending;

/// <summary>
/// What to do with a delivery that a batch names: a pure function, because a batch may come twice, late, or after a crash.
/// </summary>
internal abstract record SendDecision
{
    private SendDecision()
    {
    }

    public sealed record Send : SendDecision;

    /// <summary>Somebody began to send it and did not end, or its outcome was lost: find out what became of it.</summary>
    public sealed record Settle : SendDecision;

    /// <summary>Not yet.</summary>
    public sealed record Wait(DateTimeOffset Until) : SendDecision;

    /// <summary>It has ended, or waits for a person.</summary>
    public sealed record Nothing : SendDecision;

    public static SendDecision Of(Delivery delivery, DateTimeOffset now) => delivery switch
    {
        { IsByHand: true } => new Nothing(),
        { State: DeliveryState.Due, Action: DeliveryAction.Post, SendFrom: { } at } when at > now => new Wait(at),
        { State: DeliveryState.Due } => new Send(),
        { State: DeliveryState.Retrying, RetryAt: { } at } when at > now => new Wait(at),
        { State: DeliveryState.Retrying } => new Send(),
        { State: DeliveryState.Sending, SendingUntil: { } until } when until > now => new Wait(until),
        { State: DeliveryState.Sending } => new Settle(),
        { State: DeliveryState.Uncertain, SettleAt: { } at } when at > now => new Wait(at),
        { State: DeliveryState.Uncertain, SettleAt: not null } => new Settle(),
        _ => new Nothing(),
    };
}
