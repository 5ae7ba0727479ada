using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Tests.Channels;

/// <summary>Counts what storage is asked.</summary>
internal sealed class CountedCalls : HttpPipelineSynchronousPolicy
{
    private int _count;

    public int Count => _count;

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
}
