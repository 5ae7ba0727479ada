using System.Collections.Concurrent;

namespace Dissemination.Local.Worker;

/// <summary>The workers that were started and have not called in yet.</summary>
internal sealed class ExpectedWorkers
{
    private readonly ConcurrentDictionary<string, (
        WorkerConnection Connection, TaskCompletionSource CalledIn)> _workers = new(StringComparer.Ordinal);

    /// <returns>Completes when the worker has called in.</returns>
    public Task Expect(string workerId, WorkerConnection connection)
    {
        TaskCompletionSource calledIn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _workers[workerId] = (connection, calledIn);
        return calledIn.Task;
    }

    /// <summary>The connection of a worker that calls in, or null where nobody waits for it.</summary>
    public WorkerConnection? Take(string workerId)
    {
        if (!_workers.TryRemove(workerId, out var worker))
        {
            return null;
        }

        worker.CalledIn.TrySetResult();
        return worker.Connection;
    }
}
