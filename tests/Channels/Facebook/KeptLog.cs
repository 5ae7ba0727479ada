using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Dissemination.Tests.Channels.Facebook;

/// <summary>Keeps what is logged.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue(
            $"{formatter(state, exception)} {(state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(' ', named) : "")} {exception}");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue($"{state}");
        return null;
    }

    public void Dispose()
    {
    }
}
