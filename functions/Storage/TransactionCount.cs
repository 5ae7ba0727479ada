using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Storage;

/// <summary>Counts every request to storage, tries that failed included: each is a transaction that is paid for, and a batch is one.</summary>
internal sealed class TransactionCount : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => Metrics.StorageTransactions.Add(1);
}
