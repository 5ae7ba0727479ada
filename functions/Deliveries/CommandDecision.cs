using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;

namespace Dissemination.Deliveries;

/// <summary>Whether a person's act is done to a delivery: a pure function.</summary>
internal abstract record CommandDecision
{
    private CommandDecision()
    {
    }

    public sealed record Change(Delivery After) : CommandDecision;

    /// <summary>It stands so already.</summary>
    public sealed record Nothing : CommandDecision;

    public sealed record Refuse(Problem Reason) : CommandDecision;

    /// <param name="version">Its language version, as things stand.</param>
    public static CommandDecision Of(CommandRun run, Delivery delivery, PublishableVersion version) =>
        MayAct(run.By, run.Directory.Successor(delivery.Id.Destination.Commune), run.Command.CommuneOnly)
            ? Of(run.Command, delivery, ClearanceOf(run, delivery, version), run.By, run.Now)
            : new Refuse(new(nameof(ProblemTexts.NotYourCommune), null, run.NameOf(delivery.Id.Destination.Commune)));

    private static CommandDecision Of(
        DeliveryCommand command, Delivery delivery, Clearance clearance, Person by, DateTimeOffset now) =>
        command is DeliveryCommand.Release
            && delivery is { State: DeliveryState.Held, Reason.Code: not nameof(ProblemTexts.WaitsForCommune) }
                ? new Refuse(new(command.NotPossible))
        : command is DeliveryCommand.UndoRelease && !command.IsDone(delivery) && !(delivery.IsNotBegun && delivery.ReleasedBy == by.Id)
            ? new Refuse(new(command.NotPossible))
        : command is DeliveryCommand.Confirm { Impossible: { } impossible } ? new Refuse(impossible)
        : clearance is Clearance.Stop stop && NeedsClearance(command, delivery) && !IsDoneInTime(command, stop)
            ? Stopped(command, delivery, stop, by, now)
        : delivery.Apply(command.Event(by, now)) is { } after ? new Change(after)
        : command is DeliveryCommand.Confirm { Attendance: { } told } && command.IsDone(delivery) && delivery.Attendance != told
            ? Told(delivery, told, by)
        : command.IsDone(delivery) ? new Nothing()
        : new Refuse(new(command.NotPossible));

    // Who told a figure may correct it. Two people who tell different ones have to agree: neither figure is dropped in silence.
    private static CommandDecision Told(Delivery delivery, int attendance, Person by) =>
        delivery.Attendance is { } before && delivery.ConfirmedBy != by.Id
            ? new Refuse(new(nameof(ProblemTexts.AttendanceToldOtherwise), null, LocalTime.Number(before), LocalTime.Number(attendance)))
            : new Change(delivery.Apply(new DeliveryEvent.AttendanceTold(by.Id, attendance))!);

    // What is not there and may not be sent any more has come to its end.
    private static CommandDecision Stopped(
        DeliveryCommand command, Delivery delivery, Clearance.Stop stop, Person by, DateTimeOffset now) =>
        (command is DeliveryCommand.SeenMissing || (command is DeliveryCommand.TakeBack && IsExpiry(stop)))
            && delivery.Apply(command.Event(by, now))?.Apply(new DeliveryEvent.Stopped(now, stop.Reason)) is { } ended
            ? new Change(ended)
            : new Refuse(stop.Reason);

    // Who did it before the item expired may say so afterwards.
    private static bool IsDoneInTime(DeliveryCommand command, Clearance.Stop stop) => command is DeliveryCommand.Confirm && IsExpiry(stop);

    private static bool IsExpiry(Clearance.Stop stop) => stop.Reason.Code is nameof(ProblemTexts.ItemExpired);

    // Where other words were approved since, a delivery of their own brings them.
    private static Clearance ClearanceOf(CommandRun run, Delivery delivery, PublishableVersion version) =>
        run.Command is DeliveryCommand.SeenMissing or DeliveryCommand.TakeBack
            && NewEdition.Outdates(delivery, version.For(delivery.Id.Destination.Commune))
            ? new Clearance.Stop(new(nameof(ProblemTexts.RevisionReplaced)))
            : version.ClearanceAt(run.Now);

    /// <param name="commune">The one that answers for the delivery.</param>
    private static bool MayAct(Person person, CommuneId commune, bool communeOnly) =>
        (!communeOnly && person.Is(Role.Staff)) || (person.Is(Role.Communicator) && person.Commune == commune);

    // Nobody posts what was withdrawn or has expired, so it becomes no open task again either. That something is there may be said at any
    // time, and taking down is what a withdrawal asks for.
    private static bool NeedsClearance(DeliveryCommand command, Delivery delivery) =>
        delivery.Action is not DeliveryAction.Remove
        && (command is DeliveryCommand.TakeBack
        || (command is not DeliveryCommand.SeenThere && delivery.State is not DeliveryState.Delivered));
}
