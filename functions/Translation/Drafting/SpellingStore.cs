using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Translation.Drafting;

/// <summary>
/// The table of spellings in force: what the province handed in last, else the table that travels in the program. One blob, kept as the file that it came
/// as, and a copy in memory that is asked for anew every few seconds.
/// </summary>
internal sealed class SpellingStore(Store store, TimeProvider time)
{
    private const int MostTries = 5;
    private const string HandInKey = "handin";
    private const string OriginKey = "origin";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private volatile Stored? _cached;

    private BlobClient Blob => store.Container(Containers.State).GetBlobClient($"spelling/{SpellingRows.File}");

    /// <summary>The table, at most a few seconds old. Mostly no transaction; else one, and a download only where it changed.</summary>
    public async ValueTask<SpellingInForce> CurrentAsync(CancellationToken cancellation) =>
        _cached is { } cached && time.GetElapsedTime(cached.CheckedAt) < Fresh ? cached.Spelling : (await ReadAsync(cancellation)).Spelling;

    /// <summary>Puts a checked file in force and records who did; a file that is older than the one in force, or that very file, changes nothing.</summary>
    public async Task ReplaceAsync(ReadOnlyMemory<byte> file, HandInId handIn, HistoryEntry origin, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var read = await ReadAsync(cancellation);

            // The record is written after the blob, so whoever comes next sees to the record of the one before: a crash between the two loses no line.
            await store.RecordAsync(read.Origin, cancellation);
            if (read.Spelling.HandIn is { } taken && (taken == handIn || handIn.IsOlderThan(taken)))
            {
                return;
            }

            if (await WriteAsync(file, handIn, origin, read.ETag, cancellation))
            {
                await store.RecordAsync(origin, cancellation);
                await ReadAsync(cancellation);
                return;
            }
        }

        throw new InvalidOperationException("Somebody else changed the table of spellings each time that it was to be written.");
    }

    private async Task<Stored> ReadAsync(CancellationToken cancellation)
    {
        var known = _cached;
        var now = time.GetTimestamp();
        try
        {
            var response = await Blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = new() { IfNoneMatch = known?.ETag } }, cancellation);
            if (response.GetRawResponse().Status == StatusCodes.Status304NotModified)
            {
                return _cached = known! with { CheckedAt = now };
            }

            var (file, details) = (response.Value.Content.ToMemory(), response.Value.Details);
            var table = SpellingRows.Read(SpellingRows.File, file.Span).Value ?? throw new InvalidDataException("The table of spellings that is stored cannot be read.");
            var origin = details.Metadata.TryGetValue(OriginKey, out var entry) ? JsonSerializer.Deserialize(entry, StorageJson.Default.HistoryEntry) : null;
            return _cached = new(new(table, file, HandInId.Parse(details.Metadata[HandInKey], null)), origin, details.ETag, now);
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return _cached = new(SpellingInForce.Default, null, null, now);
        }
    }

    private async Task<bool> WriteAsync(ReadOnlyMemory<byte> file, HandInId handIn, HistoryEntry origin, ETag? read, CancellationToken cancellation)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [HandInKey] = handIn.Value,
            [OriginKey] = JsonSerializer.Serialize(origin, StorageJson.Default.HistoryEntry),
        };
        return await Blob.TryReplaceAsync(file, read, new() { ContentType = "text/csv; charset=utf-8" }, metadata, cancellation) is not null;
    }

    private sealed record Stored(SpellingInForce Spelling, HistoryEntry? Origin, ETag? ETag, long CheckedAt);
}
