using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Tests.Storage;

/// <summary>Somebody else acts just before a call goes out to storage: the first that is looked for, and once.</summary>
internal sealed class Meanwhile(Predicate<Request> call, Func<Task> act) : HttpPipelinePolicy
{
    private int _acted;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (call(message.Request) && Interlocked.Exchange(ref _acted, 1) == 0)
        {
            await act();
        }

        await ProcessNextAsync(message, pipeline);
    }
}
