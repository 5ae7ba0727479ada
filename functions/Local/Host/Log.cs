namespace Dissemination.Local.Host;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "{Function}: the invocation failed: {Reason}")]
    public static partial void InvocationFailed(this ILogger logger, string function, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Queue {Queue}: a message went to {Poison} after {Tries} tries")]
    public static partial void Poisoned(this ILogger logger, string queue, string poison, long tries);

    [LoggerMessage(3, LogLevel.Warning, "{Waker}: storage did not answer; trying again")]
    public static partial void StorageFailed(this ILogger logger, string waker, Exception failure);
}
