using System.Text.Json;

using Azure;
using Azure.Storage.Blobs;

namespace Dissemination.Local.Host;

/// <summary>Keeps a timer's status where the host keeps it.</summary>
internal sealed class TimerStatusBlob(HostStorage storage, FunctionDefinition function)
{
    private readonly BlobClient _blob = storage.Notes.GetBlobClient($"timers/{storage.HostId}/{function.Id}/status");

    public async Task<TimerStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var status = await _blob.DownloadContentAsync(cancellationToken);
            return JsonSerializer.Deserialize(status.Value.Content, InvocationJson.Default.TimerStatus);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public Task WriteAsync(TimerStatus status, CancellationToken cancellationToken) =>
        _blob.UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(status, InvocationJson.Default.TimerStatus)), overwrite: true, cancellationToken);
}
