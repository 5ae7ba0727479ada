using NCrontab;

namespace Dissemination.Local.Host;

/// <summary>A six-field NCrontab schedule, in UTC as in Azure.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule _schedule;

    private TimerSchedule(CrontabSchedule schedule) => _schedule = schedule;

    /// <summary>Null when the text is not a schedule of six fields.</summary>
    public static TimerSchedule? TryParse(string text) =>
        CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } schedule ? new(schedule) : null;

    public DateTimeOffset Next(DateTimeOffset after) => new(_schedule.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);

    /// <summary>The host remembers no status of a schedule that fires more than once a minute.</summary>
    public bool IsFrequent(DateTimeOffset from)
    {
        for (var (turn, last) = (0, Next(from)); turn < 10; turn++)
        {
            var next = Next(last);
            if (next - last < TimeSpan.FromMinutes(1))
            {
                return true;
            }

            last = next;
        }

        return false;
    }
}
