using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Dissemination.Deliveries.Sending;

/// <summary>A message that comes unless it is taken back.</summary>
internal sealed class SentMessage(QueueClient queue, SendReceipt receipt)
{
    /// <summary>One transaction.</summary>
    public static async Task<SentMessage> SendAsync(
        QueueClient queue, ShareWake wake, TimeSpan after, CancellationToken cancellationToken) =>
        new(queue, await queue.SendMessageAsync(DeliveryQueues.Write(wake), after, cancellationToken: cancellationToken));

    /// <summary>One transaction. One that came meanwhile is let be.</summary>
    public async Task TakeBackAsync(CancellationToken cancellationToken)
    {
        try
        {
            await queue.DeleteMessageAsync(receipt.MessageId, receipt.PopReceipt, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest)
        {
            // Somebody has it already, and will find nothing to do.
        }
    }
}
