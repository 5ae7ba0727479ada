using System.Text.Json;

using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;

namespace Dissemination.Local.Host;

/// <summary>Hands the blobs that the scanners found to their functions.</summary>
internal sealed class BlobDelivery(HostStorage storage, IReadOnlyList<FunctionDefinition> functions, HandlerClient handler, TimeProvider time)
{
    public async Task<bool> DeliverAsync(QueueMessage message, string text, CancellationToken cancellationToken)
    {
        if (Read(text) is not { } named
            || functions.FirstOrDefault(function => function.Id == named.FunctionId) is not { Trigger: BlobTrigger trigger } function)
        {
            return true; // no message of a scanner of today's functions
        }

        var blob = storage.Container(named.ContainerName).GetBlobClient(named.BlobName);
        BlobDownloadResult version;
        try
        {
            BlobDownloadOptions thisVersion = new() { Conditions = new() { IfMatch = new ETag(named.ETag) } };
            version = await blob.DownloadContentAsync(thisVersion, cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            return true; // deleted, or replaced by a version that the scanner tells of by itself
        }

        return await handler.InvokeAsync(
            function, InvocationRequest.ForBlob(function, trigger, named.BlobName, blob.Uri, version, time.GetUtcNow()), cancellationToken);
    }

    private static BlobMessage? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, InvocationJson.Default.BlobMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
