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
        ["ReportSchedule"] = "*/5 * * * * *",
        ["ReminderSchedule"] = "0 * * * * *",
        ["AzureFunctionsWebHost:hostid"] = LocalSettings.DefaultHostId,
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
