using Dissemination.Directory;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>A hand task that was confirmed lately, so that it can be taken back.</summary>
/// <param name="Task">As the list showed it while it was open.</param>
internal sealed record ConfirmedTask(WorklistEntry Task, DateTimeOffset At, PersonId By, int? Attendance);
