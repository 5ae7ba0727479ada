namespace Dissemination.Local;

/// <summary>What deployment sets in the cloud, with shorter schedules, so that one sees something happen.</summary>
internal static class OneMachineSettings
{
    /// <summary>Weaker than everything else: environment and arguments win.</summary>
    public static IReadOnlyDictionary<string, string?> Defaults { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
    {
        ["PublishSchedule"] = "*/2 * * * * *",
        ["SweepSchedule"] = "0 * * * * *",
        ["ReachSchedule"] = "*/30 * * * * *",
        // The first figures come after a minute, the others by the plan.
        ["Collection:After:0"] = "00:01:00",
        ["Collection:After:1"] = "01:00:00",
        ["Collection:After:2"] = "06:00:00",
        ["Collection:After:3"] = "1.00:00:00",
        ["Collection:After:4"] = "3.00:00:00",
        ["Collection:After:5"] = "7.00:00:00",
        ["Collection:After:6"] = "30.00:00:00",
        ["ReportSchedule"] = "*/5 * * * * *",
        ["ReminderSchedule"] = "0 * * * * *",
        // Looking into queues costs nothing here.
        ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:02",
        ["AzureFunctionsWebHost:hostid"] = LocalSettings.DefaultHostId,
        // As in the cloud: less memory for a little more work.
        ["DOTNET_GCgen0size"] = "0x200000",
        ["MALLOC_ARENA_MAX"] = "2",
        ["MALLOC_MMAP_THRESHOLD_"] = "65536",
        ["MALLOC_TRIM_THRESHOLD_"] = "131072",
        ["Storage:CreateMissing"] = "true",
        ["SignIn:Sample"] = "true",
        ["Channels:Preview"] = "true",
        ["Site:BaseUrl"] = "http://localhost:7071",
        ["Logging:LogLevel:Default"] = "Warning",
        // A failed invocation is told once, in one line; storage answers "not there" as a matter of course.
        ["Logging:LogLevel:Function"] = "None",
        ["Logging:LogLevel:Host.Results"] = "None",
        ["Logging:LogLevel:Azure.Core"] = "Error",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        // It warns at each page with a form that the page is not to be cached, which is what the page wants.
        ["Logging:LogLevel:Microsoft.AspNetCore.Antiforgery"] = "Error",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        // it would warn of keys in a folder, which is where they belong here
    };
}
