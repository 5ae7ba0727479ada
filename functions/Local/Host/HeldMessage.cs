using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Dissemination.Local.Host;

/// <summary>A message that is worked on: hidden from others for as long as that takes.</summary>
internal sealed class HeldMessage(QueueClient queue, QueueMessage message, TimeProvider time, ILogger log)
{
    /// <returns>Whether the work was done, and the receipt that holds the message now.</returns>
    public async Task<(bool Done, string Receipt)> DoAsync(DoMessage work, string text, CancellationToken abort)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(abort);
        var renewing = RenewAsync(ended.Token);
        try
        {
            return (await work(message, text, abort), await EndAsync());
        }
        finally
        {
            await EndAsync();
        }

        async Task<string> EndAsync()
        {
            await ended.CancelAsync();
            return await renewing;
        }
    }

    /// <returns>The receipt that holds the message now.</returns>
    private async Task<string> RenewAsync(CancellationToken ended)
    {
        var receipt = message.PopReceipt;
        while (true)
        {
            await Task.Delay(QueuePump.Invisible / 2, time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
            {
                return receipt;
            }

            try
            {
                // Not cancelled half-way: an unheard answer would hold the receipt that the message needs next.
                UpdateReceipt renewed = await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: QueuePump.Invisible, cancellationToken: CancellationToken.None);
                receipt = renewed.PopReceipt;
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                log.StorageFailed(queue.Name, failure);
            }
        }
    }
}
