using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>The accepted directory: one blob, replaced as a whole, and a copy of it in memory that is asked for anew every few seconds.</summary>
internal sealed class DirectoryStore(Store store, TimeProvider time)
{
    private const string BlobName = "directory.json";
    private const string OriginKey = "origin";
    private const string HashKey = "hash";
    private const string SourcesKey = "sources";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private volatile Stored? _cached;

    private BlobClient Blob => store.Container(Containers.State).GetBlobClient(BlobName);

    /// <summary>The directory, at most a few seconds old. Mostly no transaction.</summary>
    public async ValueTask<DirectorySnapshot> CurrentAsync(CancellationToken cancellation)
    {
        // Nothing is remembered of a directory that is not there yet: the first import is seen at once.
        if (_cached is { Version.ETag: not null } cached && time.GetElapsedTime(cached.CheckedAt) < Fresh)
        {
            return cached.Version.Snapshot;
        }

        return await FreshAsync(cancellation);
    }

    /// <summary>The directory as it is now. One transaction, and a download only where it changed.</summary>
    public async Task<DirectorySnapshot> FreshAsync(CancellationToken cancellation) => (await VersionAsync(cancellation)).Snapshot;

    /// <summary>The directory with its version, to be read before the files that may replace it.</summary>
    public async Task<DirectoryVersion> VersionAsync(CancellationToken cancellation) => (await ReadAsync(cancellation)).Version;

    /// <summary>Replaces the directory where it differs from the accepted one, and records that once however often this is repeated.</summary>
    /// <param name="sources">The versions of the files that it was made of.</param>
    /// <returns>False where somebody else replaced it since it was read: read the files again.</returns>
    public async Task<bool> ReplaceAsync(DirectoryVersion read, DirectorySnapshot snapshot, string sources, HistoryEntry origin, CancellationToken cancellation)
    {
        // The record is written after the blob, so whoever comes next sees to the record of the one before: a crash between the two loses no line.
        await store.RecordAsync(read.Origin, cancellation);
        var json = ReadableJson.Write(snapshot, DirectoryJson.Default.DirectorySnapshot);
        var hash = Convert.ToHexStringLower(SHA256.HashData(json.Span));
        if (hash == read.Hash)
        {
            return true;
        }

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [OriginKey] = JsonSerializer.Serialize(origin, StorageJson.Default.HistoryEntry),
            [HashKey] = hash,
            [SourcesKey] = sources,
        };
        if (await Blob.TryReplaceAsync(json, read.ETag, new() { ContentType = "application/json; charset=utf-8" }, metadata, cancellation) is not { } written)
        {
            return false;
        }

        await store.RecordAsync(origin, cancellation);
        _cached = new(new(snapshot, origin, hash, sources, written), time.GetTimestamp());
        return true;
    }

    private async Task<Stored> ReadAsync(CancellationToken cancellation)
    {
        var known = _cached;
        var now = time.GetTimestamp();
        try
        {
            var conditions = new BlobRequestConditions { IfNoneMatch = known?.Version.ETag };
            var response = await Blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = conditions }, cancellation);
            if (response.GetRawResponse().Status == StatusCodes.Status304NotModified)
            {
                return _cached = known! with { CheckedAt = now };
            }

            var details = response.Value.Details;
            var snapshot = JsonSerializer.Deserialize(response.Value.Content.ToMemory().Span, DirectoryJson.Default.DirectorySnapshot) ?? DirectorySnapshot.Empty;
            var origin = Metadata(OriginKey) is { } entry ? JsonSerializer.Deserialize(entry, StorageJson.Default.HistoryEntry) : null;
            return _cached = new(new(snapshot, origin, Metadata(HashKey), Metadata(SourcesKey), details.ETag), now);

            string? Metadata(string key) => details.Metadata.TryGetValue(key, out var value) ? value : null;
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return _cached = new(new(DirectorySnapshot.Empty, null, null, null, null), now);
        }
    }

    private sealed record Stored(DirectoryVersion Version, long CheckedAt);
}
