namespace Dissemination.Channels.Zalo;

/// <summary>When Zalo's quotas and nights end, by the clock of Việt Nam: pure functions.</summary>
internal static class ZaloTimes
{
    /// <summary>Broadcasts are taken from then on.</summary>
    private const int Morning = 6;

    public static TimeSpan UntilTomorrow(DateTimeOffset now) => Until(now, Local(now).Date.AddDays(1));

    public static TimeSpan UntilNextMonth(DateTimeOffset now) =>
        Until(now, new DateTime(Local(now).Year, Local(now).Month, 1).AddMonths(1));

    public static TimeSpan UntilMorning(DateTimeOffset now) =>
        Until(now, Local(now).Hour < Morning ? Local(now).Date.AddHours(Morning) : Local(now).Date.AddDays(1).AddHours(Morning));

    private static DateTimeOffset Local(DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, LocalTime.Zone);

    private static TimeSpan Until(DateTimeOffset now, DateTime local) =>
        new DateTimeOffset(local, LocalTime.Zone.GetUtcOffset(local)) - now;
}
