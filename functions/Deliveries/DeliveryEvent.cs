using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries;

/// <summary>Something that happens to a delivery.</summary>
internal abstract record DeliveryEvent
{
    private DeliveryEvent()
    {
    }

    /// <summary>The intent to send now: stored before the send.</summary>
    /// <param name="Until">Until when only the one who sends it may say what became of it.</param>
    /// <param name="Edition">Of the words that it goes out with.</param>
    public sealed record SendBegun(DateTimeOffset At, DateTimeOffset Until, int Edition = 0) : DeliveryEvent;

    public sealed record Arrived(DateTimeOffset At, string Reference) : DeliveryEvent;

    /// <summary>It surely did not arrive, or not all of it, and is to be tried again.</summary>
    /// <param name="Progress">The parts that are there.</param>
    public sealed record Postponed(DateTimeOffset RetryAt, Problem Reason, string? Progress = null) : DeliveryEvent
    {
        /// <summary>Whether the channel only wants to be waited for, as between two parts of a post: that is no failed try.</summary>
        public bool IsWait { get; init; }
    }

    /// <param name="Progress">The parts that are there all the same.</param>
    public sealed record Refused(DateTimeOffset At, Problem Reason, FailureClass Failure, string? Progress = null) : DeliveryEvent;

    /// <param name="SettleAt">When the channel can be read back; null where it cannot.</param>
    /// <param name="Progress">The parts that are there for sure.</param>
    public sealed record OutcomeLost(
        DateTimeOffset At,
        Problem Reason,
        FailureClass Failure = FailureClass.Unknown,
        DateTimeOffset? SettleAt = null,
        string? Progress = null) : DeliveryEvent;

    /// <summary>The channel was read back and has it.</summary>
    public sealed record FoundThere(DateTimeOffset At, string Reference) : DeliveryEvent;

    /// <summary>The channel was read back and surely does not have it.</summary>
    /// <param name="Progress">What is there that comes before it.</param>
    public sealed record FoundMissing(DateTimeOffset RetryAt, Problem Reason, string? Progress = null) : DeliveryEvent;

    /// <summary>The channel was read back and does not tell: a person decides.</summary>
    public sealed record NotFoundOut : DeliveryEvent;

    /// <summary>The channel does not let a machine do it: a person does.</summary>
    public sealed record HandedOver(Problem Reason) : DeliveryEvent;

    /// <summary>Its approval, or its commune's consent, was taken back before it was sent.</summary>
    public sealed record HeldBack(Problem Reason) : DeliveryEvent;

    /// <summary>What held it is gone: its commune confirmed, or it was approved again.</summary>
    /// <param name="By">Who of the commune confirmed; null where nobody had to.</param>
    /// <param name="NotBefore">Until when that may be undone; null where it goes out at once.</param>
    public sealed record Released(PersonId? By = null, DateTimeOffset? NotBefore = null) : DeliveryEvent;

    /// <summary>It may not be sent any more.</summary>
    public sealed record Stopped(DateTimeOffset At, Problem Reason) : DeliveryEvent;

    /// <summary>A post is to be taken down after all whose removal had given way to a correction.</summary>
    /// <param name="Removal">As it is planned now.</param>
    public sealed record WantedAgain(Delivery Removal) : DeliveryEvent;

    /// <summary>Its post was taken down.</summary>
    public sealed record TakenDown(DateTimeOffset At, Problem Reason) : DeliveryEvent;

    /// <summary>What corrected its post or took it down was not done after all.</summary>
    public sealed record StillThere : DeliveryEvent;

    /// <summary>A person confirmed a hand task.</summary>
    public sealed record Confirmed(DateTimeOffset At, PersonId By, int? Attendance) : DeliveryEvent
    {
        public TaskProof? Proof { get; init; }
    }

    /// <summary>A person takes back that a hand task was done.</summary>
    public sealed record ConfirmationTakenBack : DeliveryEvent;

    /// <summary>A person says how many came to what is confirmed already.</summary>
    public sealed record AttendanceTold(PersonId By, int Attendance) : DeliveryEvent;

    /// <summary>A person asks to try a failed one again.</summary>
    public sealed record RetryAsked : DeliveryEvent;

    /// <summary>A person saw an uncertain one on its channel.</summary>
    public sealed record SeenThere(DateTimeOffset At, PersonId By) : DeliveryEvent;

    /// <summary>A person looked, and an uncertain one is not there.</summary>
    public sealed record SeenMissing : DeliveryEvent;
}
