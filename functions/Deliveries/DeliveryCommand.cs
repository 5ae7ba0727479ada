using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>What a person does with a delivery.</summary>
/// <param name="Record">The word of the record.</param>
/// <param name="NotPossible">The problem with a delivery that does not stand so that it can be done.</param>
/// <param name="CommuneOnly">Whether only people of its commune do it, and not the province's.</param>
internal abstract record DeliveryCommand(string Record, string NotPossible, bool CommuneOnly = false)
{
    /// <summary>A hand task is done. Of one that is confirmed already, how many came.</summary>
    /// <param name="Attendance">People present, where that was counted.</param>
    public sealed record Confirm(int? Attendance) : DeliveryCommand("hand-task-confirmed", nameof(ProblemTexts.NotAnOpenHandTask))
    {
        /// <summary>The most people at one place: more than any village of the province has.</summary>
        public const int MostPresent = 5_000;

        /// <summary>The word of the record for a figure that comes after the confirmation.</summary>
        public const string Told = "attendance-told";

        /// <summary>What shows it, where the person tells that; a later telling does not change it.</summary>
        public TaskProof? Proof { get; init; }

        /// <summary>Why what is told cannot be true; null where it can.</summary>
        public Problem? Impossible => Attendance switch
        {
            < 0 => new(nameof(ProblemTexts.AttendanceNegative)),
            > MostPresent =>
                new(nameof(ProblemTexts.AttendanceTooHigh), null, LocalTime.Number(Attendance.Value), LocalTime.Number(MostPresent)),
            _ => Proof?.Impossible,
        };
    }

    /// <summary>It was not done after all.</summary>
    public sealed record TakeBack() : DeliveryCommand("hand-task-taken-back", nameof(ProblemTexts.NotAConfirmedHandTask));

    /// <summary>A failed one is to be tried again.</summary>
    public sealed record Retry() : DeliveryCommand("delivery-retry-asked", nameof(ProblemTexts.DeliveryNotFailed));

    /// <summary>An uncertain one was seen on its channel.</summary>
    public sealed record SeenThere() : DeliveryCommand("delivery-seen-there", nameof(ProblemTexts.DeliveryNotUncertain));

    /// <summary>An uncertain one was looked for and is not there: it is sent again.</summary>
    public sealed record SeenMissing() : DeliveryCommand("delivery-seen-missing", nameof(ProblemTexts.DeliveryNotUncertain));

    /// <summary>A held one may go out.</summary>
    public sealed record Release() : DeliveryCommand(
        "delivery-released", nameof(ProblemTexts.DeliveryNotHeldForCommune), CommuneOnly: true)
    {
        /// <summary>How long a post still waits, so that a wrong tap can be undone; none where a program lets it go out.</summary>
        public TimeSpan Grace { get; init; }
    }

    /// <summary>One that was let go out waits for its commune again, as long as nothing of it was begun: its own undoing.</summary>
    /// <param name="Commune">What the commune is called.</param>
    public sealed record UndoRelease(string Commune) : DeliveryCommand(
        "delivery-release-undone", nameof(ProblemTexts.ReleaseNotUndone), CommuneOnly: true);

    public DeliveryEvent Event(Person by, DateTimeOffset now) => this switch
    {
        Confirm confirm => new DeliveryEvent.Confirmed(now, by.Id, confirm.Attendance) { Proof = confirm.Proof },
        TakeBack => new DeliveryEvent.ConfirmationTakenBack(),
        Retry => new DeliveryEvent.RetryAsked(),
        SeenThere => new DeliveryEvent.SeenThere(now, by.Id),
        SeenMissing => new DeliveryEvent.SeenMissing(),
        Release release => new DeliveryEvent.Released(by.Id, release.Grace > TimeSpan.Zero ? now + release.Grace : null),
        UndoRelease undone => new DeliveryEvent.HeldBack(new(nameof(ProblemTexts.WaitsForCommune), null, undone.Commune)),
        _ => throw new InvalidOperationException($"{GetType().Name} is no act."),
    };

    /// <summary>The list from which people do it.</summary>
    public string? List => this switch
    {
        Confirm => Keys.HandTasks,
        TakeBack or UndoRelease => null,
        Release => Keys.Held,
        _ => Keys.Troubled,
    };

    /// <summary>Whether the delivery stands as the act would leave it: a second tap, or somebody else was faster.</summary>
    public bool IsDone(Delivery delivery) => this switch
    {
        Confirm => delivery is { State: DeliveryState.Delivered, IsByHand: true },
        SeenThere => delivery.State is DeliveryState.Delivered,
        TakeBack => delivery is { State: DeliveryState.Due, IsByHand: true },
        UndoRelease => delivery is { State: DeliveryState.Held, Reason.Code: nameof(ProblemTexts.WaitsForCommune) },
        _ => delivery is { State: DeliveryState.Due, IsByHand: false },
    };
}
