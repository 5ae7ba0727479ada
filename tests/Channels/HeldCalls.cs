using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Tests.Channels;

/// <summary>Holds each call to storage back until it is told to go on, or to fail.</summary>
internal sealed class HeldCalls : HttpPipelinePolicy, IDisposable
{
    private readonly SemaphoreSlim _reached = new(0);
    private readonly SemaphoreSlim _go = new(0);
    private int _count;

    public int Count => _count;

    /// <summary>What the calls fail with that go on from now; null where they reach storage.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Waits for the next call to come.</summary>
    public Task ReachedAsync() => _reached.WaitAsync(TestContext.Current.CancellationToken);

    public void Go(int calls = 1) => _go.Release(calls);

    /// <summary>Nothing is held any more.</summary>
    public void GoOn() => Go(1_000);

    public void Dispose()
    {
        _reached.Dispose();
        _go.Dispose();
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _count);
        _reached.Release();
        await _go.WaitAsync(message.CancellationToken);
        if (Failure is not null)
        {
            throw Failure;
        }

        await ProcessNextAsync(message, pipeline);
    }
}
