namespace Dissemination.Local.Worker;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "The worker died; starting it again.")]
    public static partial void WorkerDied(this ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The worker runs again (process {Process}).")]
    public static partial void WorkerRunsAgain(this ILogger logger, int process);

    [LoggerMessage(LogLevel.Warning, "{Function} took too long and did not stop when asked: its worker is ended.")]
    public static partial void WorkerEndedForTimeout(this ILogger logger, string function);
}
