using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Publishing;

/// <summary>Something that happens to a delivery.</summary>
internal abstract record DeliveryEvent
{
    private DeliveryEvent()
    {
    }

    /// <summary>The intent to send now: stored before the send.</summary>
    public sealed record SendBegun(DateTimeOffset Until) : DeliveryEvent;

    public sealed record Arrived(DateTimeOffset At, string Reference) : DeliveryEvent;

    /// <summary>It surely did not arrive and is to be tried again.</summary>
    public sealed record Postponed(DateTimeOffset RetryAt, Problem Reason) : DeliveryEvent;

    public sealed record Refused(DateTimeOffset At, Problem Reason) : DeliveryEvent;

    public sealed record OutcomeLost(DateTimeOffset At, Problem Reason) : DeliveryEvent;

    /// <summary>Its approval was taken back before it was sent.</summary>
    public sealed record HeldBack(Problem Reason) : DeliveryEvent;

    /// <summary>What held it is gone: its commune confirmed, or it was approved again.</summary>
    public sealed record Released : DeliveryEvent;

    /// <summary>It may not be sent any more.</summary>
    public sealed record Stopped(DateTimeOffset At, Problem Reason) : DeliveryEvent;

    /// <summary>A person confirmed a hand task.</summary>
    public sealed record Confirmed(DateTimeOffset At, PersonId By, int? Attendance) : DeliveryEvent;

    /// <summary>A person asks to try a failed one again.</summary>
    public sealed record RetryAsked : DeliveryEvent;

    /// <summary>A person saw an uncertain one on its channel.</summary>
    public sealed record SeenThere(DateTimeOffset At, PersonId By) : DeliveryEvent;

    /// <summary>A person looked, and an uncertain one is not there.</summary>
    public sealed record SeenMissing : DeliveryEvent;
}
