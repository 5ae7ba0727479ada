using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Translation.Drafting;

/// <summary>
/// The table of spellings in force: what the province handed in last, else the table that travels in the program. One blob, kept as the
/// file that it came as, and a copy in memory.
/// </summary>
internal sealed class SpellingStore(Store store, TimeProvider time)
{
    private const string HandInKey = "handin";
    private const string OriginKey = "origin";

    private readonly CachedBlob<ReadSpelling> _blob = new(
        store.Container(Containers.State).GetBlobClient($"spelling/{SpellingRows.File}"), ReadSpelling.Default, Parse, time);

    /// <summary>The table, at most a few seconds old. Mostly no transaction; else one, and a download only where it changed.</summary>
    public async ValueTask<SpellingInForce> CurrentAsync(CancellationToken cancellationToken) =>
        (await _blob.CurrentAsync(cancellationToken)).InForce;

    /// <summary>
    /// Puts a checked file in force and records who did; a file that is older than the one in force, or that very file, changes nothing.
    /// Four transactions; two where nothing changes.
    /// </summary>
    public Task ReplaceAsync(ReadOnlyMemory<byte> file, HandInId handIn, HistoryEntry origin, CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync<bool>(
            async () =>
            {
                var read = await _blob.ReadAsync(cancellationToken);

                // The record is written after the blob, so whoever comes next sees to the record of the one before: a crash between the
                // two loses no line.
                await store.RecordOnceAsync(read.Value.Origin, cancellationToken);
                if (read.Value.InForce.HandIn is { } taken && (taken == handIn || handIn.IsOlderThan(taken)))
                {
                    return false;
                }

                var spelling = new ReadSpelling(new(Table(file), file, handIn), origin);
                var csv = new BinaryData(file, "text/csv; charset=utf-8");
                if (!await _blob.TryReplaceAsync(read, spelling, csv, Metadata(handIn, origin), cancellationToken))
                {
                    return null;
                }

                await store.RecordAsync(origin, cancellationToken);
                return true;
            },
            "the table of spellings");

    private static ReadSpelling Parse(BlobDownloadResult blob)
    {
        var (file, metadata) = (blob.Content.ToMemory(), blob.Details.Metadata);
        var origin = metadata.TryGetValue(OriginKey, out var entry)
            ? JsonSerializer.Deserialize(entry, StorageJson.Default.HistoryEntry)
            : null;
        return new(new(Table(file), file, HandInId.Parse(metadata[HandInKey], null)), origin);
    }

    private static SpellingTable Table(ReadOnlyMemory<byte> file) =>
        SpellingRows.Read(SpellingRows.File, file.Span).Value
        ?? throw new InvalidDataException("The table of spellings that is stored cannot be read.");

    private static Dictionary<string, string> Metadata(HandInId handIn, HistoryEntry origin) =>
        new(StringComparer.Ordinal)
        {
            [HandInKey] = handIn.Value,
            [OriginKey] = JsonSerializer.Serialize(origin, StorageJson.Default.HistoryEntry),
        };
}
