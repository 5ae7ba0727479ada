using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>The accepted directory: one blob, replaced as a whole, and a copy of it in memory.</summary>
internal sealed class DirectoryStore(Store store, TimeProvider time)
{
    private const string OriginKey = "origin";
    private const string HashKey = "hash";
    private const string SourcesKey = "sources";

    // Nothing is remembered of a directory that is not there yet: the first import is seen at once.
    private readonly CachedBlob<AcceptedDirectory> _blob =
        new(store.Container(Containers.State).GetBlobClient("directory.json"), AcceptedDirectory.None, Parse, time)
        {
            RemembersAbsence = false,
        };

    /// <summary>The directory, at most a few seconds old. Mostly no transaction.</summary>
    public async ValueTask<DirectorySnapshot> CurrentAsync(CancellationToken cancellationToken) =>
        (await _blob.CurrentAsync(cancellationToken)).Snapshot;

    /// <summary>The directory as it is now. One transaction, and a download only where it changed.</summary>
    public async Task<DirectorySnapshot> FreshAsync(CancellationToken cancellationToken) =>
        (await _blob.ReadAsync(cancellationToken)).Value.Snapshot;

    /// <summary>The directory with its version, to be read before the files that may replace it.</summary>
    public Task<BlobVersion<AcceptedDirectory>> VersionAsync(CancellationToken cancellationToken) => _blob.ReadAsync(cancellationToken);

    /// <summary>
    /// Replaces the directory where it differs from the accepted one, and records that once however often this is repeated.
    /// </summary>
    /// <param name="sources">The versions of the files that it was made of.</param>
    /// <returns>False where somebody else replaced it since it was read: read the files again.</returns>
    public async Task<bool> ReplaceAsync(
        BlobVersion<AcceptedDirectory> read,
        DirectorySnapshot snapshot,
        string sources,
        HistoryEntry origin,
        CancellationToken cancellationToken)
    {
        // The record is written after the blob, so whoever comes next sees to the record of the one before: a crash between the two loses
        // no line.
        await store.RecordOnceAsync(read.Value.Origin, cancellationToken);
        snapshot = snapshot.After(read.Value.Snapshot, time.GetUtcNow());
        var json = ReadableJson.Write(snapshot, DirectoryJson.Default.DirectorySnapshot);
        var hash = Convert.ToHexStringLower(SHA256.HashData(json.Span));
        if (hash == read.Value.Hash)
        {
            return true;
        }

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [OriginKey] = JsonSerializer.Serialize(origin, StorageJson.Default.HistoryEntry),
            [HashKey] = hash,
            [SourcesKey] = sources,
        };
        var file = new BinaryData(json, "application/json; charset=utf-8");
        if (!await _blob.TryReplaceAsync(read, new(snapshot, origin, hash, sources), file, metadata, cancellationToken))
        {
            return false;
        }

        await store.RecordAsync(origin, cancellationToken);
        return true;
    }

    private static AcceptedDirectory Parse(BlobDownloadResult blob)
    {
        var snapshot = JsonSerializer.Deserialize(blob.Content.ToMemory().Span, DirectoryJson.Default.DirectorySnapshot)
            ?? DirectorySnapshot.Empty;
        var origin = Metadata(OriginKey) is { } entry ? JsonSerializer.Deserialize(entry, StorageJson.Default.HistoryEntry) : null;
        return new(snapshot, origin, Metadata(HashKey), Metadata(SourcesKey));

        string? Metadata(string key) => blob.Details.Metadata.TryGetValue(key, out var value) ? value : null;
    }
}
