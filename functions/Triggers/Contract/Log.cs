namespace Dissemination.Triggers.Contract;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Function} failed; invocation {InvocationId}")]
    public static partial void InvocationFailed(this ILogger logger, string function, string invocationId, Exception failure);

    [LoggerMessage(2, LogLevel.Error, "{Function} was called with a malformed body; invocation {InvocationId}")]
    public static partial void MalformedInvocation(this ILogger logger, string function, string invocationId, Exception failure);

    [LoggerMessage(3, LogLevel.Warning, "{Function} was given up by the host; invocation {InvocationId}")]
    public static partial void InvocationAborted(this ILogger logger, string function, string invocationId);
}
