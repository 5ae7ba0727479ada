using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>A reminder of hand tasks that a person is to get.</summary>
/// <param name="At">From when on.</param>
/// <param name="IsLate">Whether they are late, or will be soon.</param>
/// <param name="Since">When the first of them was, or will be late.</param>
internal sealed record ReminderDue(
    PersonId Person, CommuneId Commune, DateTimeOffset At, bool IsLate, int Number, DateTimeOffset Since, string? TraceParent = null)
    : IOutboxEntry
{
    /// <summary>To Reviewing, whose bot tells people who have joined it.</summary>
    public static readonly OutboxTopic<ReminderDue> Topic = new(
        "remind",
        KeysOfReviewing.ReminderDuePrefix,
        DeliveriesJson.Default.ReminderDue,
        due => KeysOfReviewing.ReminderDue(due.At, due.Person.Value, due.IsLate ? "late" : "soon"));
}
