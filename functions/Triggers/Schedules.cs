namespace Dissemination.Triggers;

/// <summary>The settings that hold the timers' schedules, as six-field NCrontab in UTC.</summary>
internal static class Schedules
{
    public const string Publish = "%PublishSchedule%";

    public const string Sweep = "%SweepSchedule%";

    public const string Reach = "%ReachSchedule%";

    public const string Report = "%ReportSchedule%";

    public const string Reminder = "%ReminderSchedule%";
}
