using System.Collections.Concurrent;
using Dissemination.Local.Worker.Rpc;
using Grpc.Core;

namespace Dissemination.Local.Worker;

/// <summary>Where workers call in. A worker says by its id which start it belongs to.</summary>
internal sealed class FunctionRpcService(ExpectedWorkers expected) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (await requestStream.MoveNext(context.CancellationToken)
            && requestStream.Current is { ContentCase: StreamingMessage.ContentOneofCase.StartStream } first
            && expected.Take(first.StartStream.WorkerId) is { } connection)
        {
            await connection.RunAsync(requestStream, responseStream, context.CancellationToken);
        }
    }
}

/// <summary>The workers that were started and have not called in yet.</summary>
internal sealed class ExpectedWorkers
{
    private readonly ConcurrentDictionary<string, (WorkerConnection Connection, TaskCompletionSource CalledIn)> _workers = new(StringComparer.Ordinal);

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
