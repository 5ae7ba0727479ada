namespace Dissemination.Triggers.Contract;

/// <summary>A moment of a schedule that has come.</summary>
/// <param name="IsPastDue">The moment was missed while nothing ran.</param>
/// <param name="ScheduleStatus">What the host remembers of the schedule; null when it fires more than once a minute.</param>
internal sealed record TimerInvocation(bool IsPastDue, ScheduleStatus? ScheduleStatus);

/// <summary>The last and the next moment of a schedule.</summary>
internal sealed record ScheduleStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
