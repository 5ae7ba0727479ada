using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Storage;

/// <summary>
/// Counts every request to storage, tries that failed included: each is a transaction that is paid for, and a batch is one.
/// </summary>
/// <param name="service"><c>table</c>, <c>queue</c> or <c>blob</c>.</param>
internal sealed class TransactionCount(string service) : HttpPipelineSynchronousPolicy
{
    private readonly KeyValuePair<string, object?> _service = new("service", service);

    public override void OnSendingRequest(HttpMessage message) => Metrics.StorageTransactions.Add(1, _service);
}
