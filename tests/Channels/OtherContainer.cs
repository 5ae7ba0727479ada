using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Tests.Channels;

/// <summary>Puts another container in the place of one, for a test that needs one to itself.</summary>
internal sealed class OtherContainer(string name, string other) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var path = message.Request.Uri.Path.Split('/');
        message.Request.Uri.Path = string.Join('/', path.Select(part => part == name ? other : part));
    }
}
