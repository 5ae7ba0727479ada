using System.Text;
using System.Text.Json;

using Azure.Storage.Blobs.Models;

using Dissemination.Triggers.Contract;

namespace Dissemination.Local.Host;

/// <summary>Sees new versions of a container's blobs and puts each on the queue of its function, once a version.</summary>
internal sealed class BlobScanner(HostStorage storage, FunctionDefinition function, BlobTrigger trigger, TimeProvider time, ILogger<BlobScanner> log)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly BlobReceipts _receipts = new(storage, function);

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ScanAsync(stop);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                log.StorageFailed(function.Name, failure);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Interval, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Looks through the container once.</summary>
    public async Task ScanAsync(CancellationToken cancellationToken)
    {
        await foreach (var blob in storage.Container(trigger.Container).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellationToken))
        {
            var etag = ContractJson.Quoted(blob.Properties.ETag.GetValueOrDefault().ToString());
            if (await _receipts.HasAsync(trigger.Container, blob.Name, etag, cancellationToken))
            {
                continue;
            }

            // The message first: a kill in between tells of a version twice, never not at all.
            await storage.BlobQueue.SendMessageAsync(Text(BlobMessage.For(function, trigger.Container, blob.Name, etag)), cancellationToken);
            await _receipts.AddAsync(trigger.Container, blob.Name, etag, cancellationToken);
        }
    }

    private static string Text(BlobMessage message) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message, InvocationJson.Default.BlobMessage)));
}
