using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Tests.Channels.Zalo;

/// <summary>Stands between a process and the storing of tokens: holds the next storing back, or lets it fail. Locks pass.</summary>
internal sealed class ChainUploads : HttpPipelinePolicy
{
    private TaskCompletionSource? _reached;
    private TaskCompletionSource? _resume;
    private volatile bool _failing;

    /// <summary>Holds the next storing back. Done when somebody stores.</summary>
    public Task HoldNext()
    {
        _resume = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _reached.Task;
    }

    public void Resume() => _resume!.SetResult();

    public void FailFrom(bool now) => _failing = now;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var stores = message.Request.Method == RequestMethod.Put
            && message.Request.Uri.Path.Contains("/zalo/", StringComparison.Ordinal)
            && !message.Request.Uri.Query.Contains("comp=lease", StringComparison.Ordinal);
        if (stores && _failing)
        {
            throw new RequestFailedException(503, "The server is busy.");
        }

        if (stores && _reached?.TrySetResult() == true)
        {
            await _resume!.Task.WaitAsync(message.CancellationToken);
        }

        await ProcessNextAsync(message, pipeline);
    }
}
