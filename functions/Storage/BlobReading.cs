using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Dissemination.Storage;

/// <summary>A blob as it lies there now.</summary>
internal sealed record FoundBlob(ReadOnlyMemory<byte> Content, string ETag, DateTimeOffset LastModified);

/// <summary>Reading blobs that may not be there. Each is one transaction.</summary>
internal static class BlobReading
{
    /// <summary>What a blob says of itself, or null.</summary>
    public static Task<BlobProperties?> FindPropertiesAsync(this BlobClient blob, CancellationToken cancellation) =>
        OrNullAsync<BlobProperties>(async () => await blob.GetPropertiesAsync(cancellationToken: cancellation));

    /// <summary>A whole blob read from what <see cref="OpenAsync"/> gave.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(this BlobDownloadStreamingResult blob, CancellationToken cancellation)
    {
        var content = new byte[blob.Details.ContentLength];
        await blob.Content.ReadExactlyAsync(content, cancellation);
        return content;
    }

    /// <summary>A blob's content as it comes, or null.</summary>
    public static Task<BlobDownloadStreamingResult?> OpenAsync(this BlobClient blob, CancellationToken cancellation) =>
        OrNullAsync<BlobDownloadStreamingResult>(async () => await blob.DownloadStreamingAsync(cancellationToken: cancellation));

    /// <summary>A whole blob, or null.</summary>
    public static Task<FoundBlob?> FindAsync(this BlobClient blob, CancellationToken cancellation) =>
        OrNullAsync(async () =>
        {
            var found = (await blob.DownloadContentAsync(cancellation)).Value;
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
