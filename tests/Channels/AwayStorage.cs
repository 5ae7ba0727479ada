using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Tests.Channels;

/// <summary>Stands where storage is away: each call ends as the library ends one that it has tried again and again.</summary>
internal sealed class AwayStorage : HttpPipelineSynchronousPolicy
{
    public bool IsBack { get; set; }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (!IsBack)
        {
            throw new AggregateException("Retry failed.", new RequestFailedException(0, "Connection refused"));
        }
    }
}
