namespace Dissemination.Benchmarks.Mission;

/// <summary>When the timers fire in the cloud, and waiting for a moment between them.</summary>
internal static class CloudSchedules
{
    /// <summary>As <c>infra/azure/main.bicep</c> has them.</summary>
    public static string[] Settings { get; } =
    [
        "--PublishSchedule=0 * * * * *", "--SweepSchedule=30 * * * * *", "--ReachSchedule=0 */15 * * * *",
        "--ReportSchedule=0 */10 * * * *", "--ReminderSchedule=0 30 * * * *",
        // As host.json has it.
        "--AzureFunctionsJobHost:extensions:queues:maxPollingInterval=00:00:20",
    ];

    /// <summary>The next time that a clock shows this second of a minute.</summary>
    /// <param name="free">So many minutes from then on have no tick of those that fire every ten minutes or seldomer.</param>
    public static async Task<DateTimeOffset> UntilSecondAsync(int second, int free = 1)
    {
        var now = TimeProvider.System.GetUtcNow();
        var at = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, second, TimeSpan.Zero);
        while (at < now || Enumerable.Range(1, free).Any(minute => IsSeldom(at.AddMinutes(minute))))
        {
            at += TimeSpan.FromMinutes(1);
        }

        await Task.Delay(at - now);
        return at;
    }

    private static bool IsSeldom(DateTimeOffset minute) => minute.Minute % 10 == 0 || minute.Minute % 15 == 0;
}
