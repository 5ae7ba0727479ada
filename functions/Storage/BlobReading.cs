using Azure;
using Azure.Storage.Blobs;

namespace Dissemination.Storage;

/// <summary>A blob as it lies there now.</summary>
internal sealed record FoundBlob(ReadOnlyMemory<byte> Content, string ETag, DateTimeOffset LastModified);

/// <summary>Reading blobs that may not be there.</summary>
internal static class BlobReading
{
    /// <summary>The blob, or null. One transaction.</summary>
    public static async Task<FoundBlob?> FindAsync(this BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            var found = (await blob.DownloadContentAsync(cancellation)).Value;
            return new(found.Content.ToMemory(), found.Details.ETag.ToString(), found.Details.LastModified);
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}
