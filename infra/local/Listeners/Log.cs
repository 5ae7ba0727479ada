namespace Dissemination.Local.Listeners;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "{Function}: the invocation failed: {Reason}")]
    public static partial void InvocationFailed(this ILogger logger, string function, string reason);

    [LoggerMessage(LogLevel.Warning, "Queue {Queue}: the time of a message in hand could not be renewed; trying again.")]
    public static partial void NotRenewed(this ILogger logger, string queue, Exception failure);
}
