using System.Collections.Concurrent;
using System.Threading.Channels;
using Dissemination.Local.Worker.Rpc;
using Grpc.Core;
using Message = Dissemination.Local.Worker.Rpc.StreamingMessage;

namespace Dissemination.Local.Worker;

/// <summary>One worker's stream: what is asked of it, and its answers, matched by what they are about.</summary>
internal sealed class WorkerConnection(Action<RpcLog> log)
{
    private readonly Channel<Message> _outgoing = Channel.CreateUnbounded<Message>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Message>> _awaited = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when nothing more can be heard.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Carries messages both ways until either side ends.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<Message> incoming, IServerStreamWriter<Message> outgoing, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = WriteAsync(outgoing, either.Token);
        try
        {
            await foreach (var message in incoming.ReadAllAsync(either.Token))
            {
                Take(message);
            }
        }
        catch (Exception end) when (end is IOException or Grpc.Core.RpcException or OperationCanceledException or InvalidOperationException)
        {
            // However a stream ends, it has ended.
        }
        finally
        {
            End();
            await either.CancelAsync();
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Tells the worker something that it does not answer.</summary>
    public void Tell(Message message) => _outgoing.Writer.TryWrite(message);

    /// <exception cref="WorkerGoneException">The worker ended before it answered.</exception>
    public async Task<Message> AskAsync(Message message, CancellationToken cancellationToken)
    {
        var key = KeyOf(message);
        var answer = new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited[key] = answer;
        try
        {
            if (_ended.Task.IsCompleted)
            {
                throw new WorkerGoneException();
            }

            Tell(message);
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _awaited.TryRemove(key, out _);
        }
    }

    /// <summary>The worker is gone: whoever waits for it hears so.</summary>
    public void End()
    {
        _ended.TrySetResult();
        _outgoing.Writer.TryComplete();
        foreach (var awaited in _awaited.Values)
        {
            awaited.TrySetException(new WorkerGoneException());
        }
    }

    private void Take(Message message)
    {
        if (message.ContentCase is Message.ContentOneofCase.RpcLog)
        {
            log(message.RpcLog);
        }
        else if (_awaited.TryGetValue(KeyOf(message), out var awaited))
        {
            awaited.TrySetResult(message);
        }
    }

    private async Task WriteAsync(IServerStreamWriter<Message> outgoing, CancellationToken cancellationToken)
    {
        await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellationToken))
        {
            await outgoing.WriteAsync(message, cancellationToken);
        }
    }

    /// <summary>A question and its answer have the same key.</summary>
    private static string KeyOf(Message message) => message.ContentCase switch
    {
        Message.ContentOneofCase.WorkerInitRequest or Message.ContentOneofCase.WorkerInitResponse => "init",
        Message.ContentOneofCase.FunctionsMetadataRequest or Message.ContentOneofCase.FunctionMetadataResponse => "metadata",
        Message.ContentOneofCase.FunctionLoadRequest => message.FunctionLoadRequest.FunctionId,
        Message.ContentOneofCase.FunctionLoadResponse => message.FunctionLoadResponse.FunctionId,
        Message.ContentOneofCase.InvocationRequest => message.InvocationRequest.InvocationId,
        Message.ContentOneofCase.InvocationResponse => message.InvocationResponse.InvocationId,
        _ => "",
    };
}
