using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Dissemination.Storage;

/// <summary>
/// A blob that is read often and replaced as a whole: a copy of what it holds in memory, asked for anew after three seconds.
/// </summary>
/// <param name="absent">What is read where there is no blob.</param>
/// <param name="parse">Made once for each version of the blob, from its content and what is noted beside it.</param>
internal sealed class CachedBlob<T>(BlobClient blob, T absent, Func<BlobDownloadResult, T> parse, TimeProvider time)
    where T : class
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private volatile Copy? _copy;

    /// <summary>
    /// Whether it is remembered, too, that there is no blob; else each reading asks anew, and the first that is written is seen at once.
    /// </summary>
    public bool RemembersAbsence { get; init; } = true;

    /// <summary>What the blob holds, at most three seconds old. Mostly no transaction; else as <see cref="ReadAsync"/>.</summary>
    public async ValueTask<T> CurrentAsync(CancellationToken cancellationToken) =>
        _copy is { Version: var known, CheckedAt: var at }
        && (known.ETag is not null || RemembersAbsence)
        && time.GetElapsedTime(at) < Fresh
            ? known.Value
            : (await ReadAsync(cancellationToken)).Value;

    /// <summary>What the blob holds now. One transaction, and a download only where it changed.</summary>
    public async Task<BlobVersion<T>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        var read = await DownloadAsync(_copy?.Version, cancellationToken);
        _copy = new(read, now);
        return read;
    }

    /// <summary>Writes the whole blob, unless somebody else wrote it since it was read. One transaction.</summary>
    /// <param name="read">The version that it takes the place of.</param>
    /// <param name="value">What <paramref name="content"/> says: it is in memory from then on.</param>
    /// <param name="metadata">Noted beside the content.</param>
    /// <returns>False where somebody else was quicker: read again and decide again.</returns>
    public async Task<bool> TryReplaceAsync(
        BlobVersion<T> read,
        T value,
        BinaryData content,
        IDictionary<string, string>? metadata,
        CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        var headers = new BlobHttpHeaders { ContentType = content.MediaType };
        if (await blob.TryReplaceAsync(content.ToMemory(), read.ETag, headers, metadata, cancellationToken) is not { } written)
        {
            return false;
        }

        _copy = new(new(value, written), now);
        return true;
    }

    private async Task<BlobVersion<T>> DownloadAsync(BlobVersion<T>? known, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobDownloadOptions { Conditions = new() { IfNoneMatch = known?.ETag } };
            var response = await blob.DownloadContentAsync(options, cancellationToken);
            return response.GetRawResponse().Status == StatusCodes.Status304NotModified
                ? known!
                : new(parse(response.Value), response.Value.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return new(absent, null);
        }
    }

    private sealed record Copy(BlobVersion<T> Version, long CheckedAt);
}
