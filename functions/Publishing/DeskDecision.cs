using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Publishing;

/// <summary>Whether a person's act is done to a delivery: a pure function.</summary>
internal abstract record DeskDecision
{
    private DeskDecision()
    {
    }

    public sealed record Change(Delivery After) : DeskDecision;

    /// <summary>It stands so already.</summary>
    public sealed record Nothing : DeskDecision;

    public sealed record Refuse(Problem Reason) : DeskDecision;

    /// <param name="clearance">Of its language version, as things stand.</param>
    /// <param name="commune">The name of its commune.</param>
    public static DeskDecision Of(DeliveryAct act, Delivery delivery, Person by, Clearance clearance, string commune, DateTimeOffset now) =>
        !MayAct(by, delivery.Id, act.CommuneOnly) ? new Refuse(new(nameof(ProblemTexts.NotYourCommune), null, commune))
        : act is DeliveryAct.Release && delivery is { State: DeliveryState.Held, Reason.Code: not nameof(ProblemTexts.WaitsForCommune) } ? new Refuse(new(act.NotPossible))
        : act is DeliveryAct.Confirm { Impossible: { } impossible } ? new Refuse(impossible)
        : clearance is Clearance.Stop stop && NeedsClearance(act, delivery) ? Stopped(act, delivery, stop, by, now)
        : delivery.Apply(act.Event(by, now)) is { } after ? new Change(after)
        : act is DeliveryAct.Confirm { Attendance: { } told } && act.IsDone(delivery) && delivery.Attendance != told ? Told(delivery, told, by)
        : act.IsDone(delivery) ? new Nothing()
        : new Refuse(new(act.NotPossible));

    // Who told a figure may correct it. Two people who tell different ones have to agree: neither figure is dropped in silence.
    private static DeskDecision Told(Delivery delivery, int attendance, Person by) =>
        delivery.Attendance is { } before && delivery.ConfirmedBy != by.Id
            ? new Refuse(new(nameof(ProblemTexts.AttendanceToldOtherwise), null, LocalTime.Number(before), LocalTime.Number(attendance)))
            : new Change(delivery.Apply(new DeliveryEvent.AttendanceTold(by.Id, attendance))!);

    // What is not there and may not be sent any more has come to its end.
    private static DeskDecision Stopped(DeliveryAct act, Delivery delivery, Clearance.Stop stop, Person by, DateTimeOffset now) =>
        act is DeliveryAct.SeenMissing && delivery.Apply(act.Event(by, now))?.Apply(new DeliveryEvent.Stopped(now, stop.Reason)) is { } ended
            ? new Change(ended)
            : new Refuse(stop.Reason);

    private static bool MayAct(Person person, DeliveryId id, bool communeOnly) =>
        (!communeOnly && person.Is(Role.Staff)) || (person.Is(Role.Communicator) && person.Commune == id.Destination.Commune);

    // Nobody posts what was withdrawn or has expired, so it becomes no open task again either. That something is there may be said at any time,
    // and taking down is what a withdrawal asks for.
    private static bool NeedsClearance(DeliveryAct act, Delivery delivery) =>
        delivery.Action is not DeliveryAction.Remove
        && (act is DeliveryAct.TakeBack || (act is not DeliveryAct.SeenThere && delivery.State is not DeliveryState.Delivered));
}
