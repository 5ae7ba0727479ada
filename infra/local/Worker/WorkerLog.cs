using Dissemination.Local.Worker.Rpc;

namespace Dissemination.Local.Worker;

/// <summary>Writes what the worker logs where this host logs, under the worker's own categories.</summary>
internal sealed class WorkerLog(ILoggerFactory loggers)
{
    public void Write(RpcLog entry)
    {
        var logger = loggers.CreateLogger(entry.Category);
        var level = (LogLevel)entry.Level; // the protocol's numbers are those of Microsoft.Extensions.Logging
        if (logger.IsEnabled(level))
        {
            Write(logger, level, entry.Message + (entry.Exception is { } failure ? $"\n{failure.Message}\n{failure.StackTrace}" : ""));
        }
    }

#pragma warning disable CA1848, CA2254 // The message was made elsewhere; there is no template.
    private static void Write(ILogger logger, LogLevel level, string message) => logger.Log(level, message);
#pragma warning restore CA1848, CA2254
}
