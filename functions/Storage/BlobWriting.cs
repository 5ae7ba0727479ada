using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Dissemination.Storage;

/// <summary>Writing blobs that others may write too.</summary>
internal static class BlobWriting
{
    /// <summary>Writes a whole blob, unless somebody else wrote it since it was read. One transaction.</summary>
    /// <param name="read">The version that was read; null where none was there.</param>
    /// <returns>The version that was written; null where somebody else was quicker: read again and decide again.</returns>
    public static async Task<ETag?> TryReplaceAsync(
        this BlobClient blob,
        ReadOnlyMemory<byte> content,
        ETag? read,
        BlobHttpHeaders headers,
        IDictionary<string,
        string>? metadata,
        CancellationToken cancellationToken)
    {
        try
        {
            var conditions = read is { } etag ? new BlobRequestConditions { IfMatch = etag } : new() { IfNoneMatch = ETag.All };
            var written = await blob.UploadAsync(
                new BinaryData(content),
                new BlobUploadOptions { HttpHeaders = headers, Metadata = metadata, Conditions = conditions },
                cancellationToken);
            return written.Value.ETag;
        }
        catch (RequestFailedException e) when (e.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            return null;
        }
    }
}
