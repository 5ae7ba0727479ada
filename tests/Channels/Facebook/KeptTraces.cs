using System.Collections.Concurrent;
using System.Diagnostics;

namespace Dissemination.Tests.Channels.Facebook;

/// <summary>Keeps all that is traced while it lives, of everything in the process.</summary>
internal sealed class KeptTraces : IDisposable
{
    private readonly ActivityListener _listener;

    public KeptTraces()
    {
        _listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Lines.Enqueue(
                $"{activity.Kind} {activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ConcurrentQueue<string> Lines { get; } = new();

    public void Dispose() => _listener.Dispose();
}
