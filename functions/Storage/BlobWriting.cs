using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Dissemination.Storage;

/// <summary>Writing blobs that others may write too.</summary>
internal static class BlobWriting
{
    /// <summary>What storage answers where a blob is none that grows: it was written as a whole.</summary>
    private const string NoneThatGrows = "InvalidBlobType";

    /// <summary>What it answers where one has grown as often as it may.</summary>
    private const string Full = "BlockCountExceedsLimit";

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

    /// <summary>
    /// Appends to the first of several blobs that takes more. One transaction, two more for the first that is written; one for each that
    /// takes no more.
    /// </summary>
    /// <param name="nameOf">The name of each, from 0 on.</param>
    public static async Task AppendAsync(
        this BlobContainerClient container,
        Func<int, string> nameOf,
        ReadOnlyMemory<byte> content,
        BlobHttpHeaders headers,
        CancellationToken cancellationToken)
    {
        for (var part = 0; ; part++)
        {
            try
            {
                await AppendAsync(container.GetAppendBlobClient(nameOf(part)), content, headers, cancellationToken);
                return;
            }
            catch (RequestFailedException e) when (e.ErrorCode is NoneThatGrows or Full)
            {
                // The next one.
            }
        }
    }

    private static async Task AppendAsync(
        AppendBlobClient blob, ReadOnlyMemory<byte> content, BlobHttpHeaders headers, CancellationToken cancellationToken)
    {
        try
        {
            await AppendAsync(blob, content, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            await blob.CreateIfNotExistsAsync(new AppendBlobCreateOptions { HttpHeaders = headers }, cancellationToken);
            await AppendAsync(blob, content, cancellationToken);
        }
    }

    private static async Task AppendAsync(AppendBlobClient blob, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using var stream = new BinaryData(content).ToStream();
        await blob.AppendBlockAsync(stream, options: null, cancellationToken);
    }
}
