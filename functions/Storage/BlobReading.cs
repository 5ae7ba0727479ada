using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Dissemination.Storage;

/// <summary>Reading blobs that may not be there. Each is one transaction.</summary>
internal static class BlobReading
{
    /// <summary>What a blob says of itself, or null.</summary>
    public static Task<BlobProperties?> FindPropertiesAsync(this BlobClient blob, CancellationToken cancellationToken) =>
        OrNullAsync<BlobProperties>(async () => await blob.GetPropertiesAsync(cancellationToken: cancellationToken));

    /// <summary>A whole blob read from what <see cref="OpenAsync"/> gave.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(this BlobDownloadStreamingResult blob, CancellationToken cancellationToken)
    {
        var content = new byte[blob.Details.ContentLength];
        await blob.Content.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    /// <summary>A blob's content as it comes, or null.</summary>
    public static Task<BlobDownloadStreamingResult?> OpenAsync(this BlobClient blob, CancellationToken cancellationToken) =>
        OrNullAsync<BlobDownloadStreamingResult>(async () => await blob.DownloadStreamingAsync(cancellationToken: cancellationToken));

    /// <summary>A whole blob, or null.</summary>
    public static Task<FoundBlob?> FindAsync(this BlobClient blob, CancellationToken cancellationToken) =>
        OrNullAsync(async () =>
        {
            var found = (await blob.DownloadContentAsync(cancellationToken)).Value;
            return new FoundBlob(found.Content.ToMemory(), found.Details.ETag.ToString(), found.Details.LastModified);
        });

    private static async Task<T?> OrNullAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}
