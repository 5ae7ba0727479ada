using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Tests.Channels;

/// <summary>Holds the first upload of a blob back until it is told to go on.</summary>
internal sealed class PausedUpload(string path) : HttpPipelinePolicy, IDisposable
{
    private readonly SemaphoreSlim _resume = new(0);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => _reached.Task;

    public void Resume() => _resume.Release();

    public void Dispose() => _resume.Dispose();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Method == RequestMethod.Put && message.Request.Uri.Path.EndsWith(path, StringComparison.Ordinal)
            && _reached.TrySetResult())
        {
            await _resume.WaitAsync(message.CancellationToken);
        }

        await ProcessNextAsync(message, pipeline);
    }
}
