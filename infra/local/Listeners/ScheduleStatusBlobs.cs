using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;

namespace Dissemination.Local.Listeners;

/// <summary>
/// Keeps when each timer fired last, where Azure's host keeps it: the SDK's own keeper does not go with its storage package.
/// </summary>
internal sealed class ScheduleStatusBlobs(BlobContainerClient container, string hostId) : ScheduleMonitor
{
    public override async Task<ScheduleStatus?> GetStatusAsync(string timerName)
    {
        try
        {
            var status = await BlobOf(timerName).DownloadContentAsync();
            return JsonSerializer.Deserialize<ScheduleStatus>(status.Value.Content);
        }
        catch (RequestFailedException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    public override Task UpdateStatusAsync(string timerName, ScheduleStatus status) =>
        BlobOf(timerName).UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(status)), overwrite: true);

    private BlobClient BlobOf(string timerName) => container.GetBlobClient($"timers/{hostId}/{timerName}/status");
}
