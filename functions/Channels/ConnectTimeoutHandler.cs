namespace Dissemination.Channels;

/// <summary>
/// Tells a connection that never came about from an answer that never came. Where a channel is blocked, packets vanish and connecting
/// times out; .NET reports both as a cancelled task, but only the second leaves it open whether the post arrived.
/// </summary>
internal sealed class ConnectTimeoutHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection did not come about in time.", e);
        }
    }
}
