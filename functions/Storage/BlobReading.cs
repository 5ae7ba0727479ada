using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Dissemination.Storage;

/// <summary>Reading blobs that may not be there.</summary>
internal static class BlobReading
{
    /// <summary>What a blob says of itself, or null. One transaction.</summary>
    public static async Task<BlobProperties?> FindPropertiesAsync(this BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return await blob.GetPropertiesAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>A blob's content as it comes, or null. One transaction.</summary>
    public static async Task<BlobDownloadStreamingResult?> FindAsync(this BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return await blob.DownloadStreamingAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}
