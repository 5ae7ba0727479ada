using Dissemination.Local.Worker.Rpc;

namespace Dissemination.Local.Worker;

/// <summary>All that a start of the worker needs, the first and any later.</summary>
internal sealed record WorkerStart
{
    public required WorkerFolder Folder { get; init; }

    /// <summary>Where this host takes calls.</summary>
    public required Uri Host { get; init; }

    public required ExpectedWorkers Expected { get; init; }

    /// <summary>The app's settings, which become the process's environment.</summary>
    public required IEnumerable<KeyValuePair<string, string?>> Settings { get; init; }

    /// <summary>Hears what the worker logs.</summary>
    public required Action<RpcLog> Log { get; init; }

    public required TimeProvider Time { get; init; }
}
