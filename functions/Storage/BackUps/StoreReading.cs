using System.Collections.Immutable;
using Dissemination.Storage.Schema;

namespace Dissemination.Storage.BackUps;

/// <summary>
/// Reads all tables and blobs into pieces. What people decide (with the outbox and the record) is read until two readings running are the
/// same: so it is as of one instant between them. All else is read after that: it knows at least what that instant knew, and what it knows
/// more was sent already and is not sent again. What a step of the outbox has not done is in the outbox, and is done again.
/// </summary>
internal sealed class StoreReading(Store store, BackUpPieces pieces, TimeProvider time)
{
    /// <summary>Whoever works that busily is not waited for any longer.</summary>
    private const int MostReadings = 6;

    /// <summary>What is read as of one instant.</summary>
    private static readonly string[] Together = [TableNames.Editorial, TableNames.Record];

    private readonly TableCopier _tables = new(store, pieces);
    private readonly BlobCopier _blobs = new(store, pieces);

    /// <param name="before">The back-up before: a blob that has the version noted there is not read again.</param>
    public async Task<BackUpManifest> ReadAsync(BackUpManifest? before, CancellationToken cancellationToken)
    {
        var known = before?.Blobs.ToDictionary(blob => blob.Path, StringComparer.Ordinal) ?? [];
        var instant = await ReadTogetherAsync(known, cancellationToken);
        var (tables, blobs) = (instant.Tables.ToBuilder(), instant.Ends.ToBuilder());
        foreach (var table in TableNames.All.Except(Together, StringComparer.Ordinal))
        {
            tables.Add((await _tables.CopyAsync(table, cancellationToken)).Copy);
        }

        foreach (var container in Containers.All.Where(container => container != Containers.RecordEnds))
        {
            blobs.AddRange(await _blobs.CopyAsync(container, known, cancellationToken));
        }

        var schema = await SchemaState.ReadAsync(store, cancellationToken);
        return new(
            schema, instant.AsOf, instant.IsQuiet, time.GetUtcNow(), tables.ToImmutable(), blobs.ToImmutable());
    }

    private async Task<Instant> ReadTogetherAsync(Dictionary<string, BlobCopy> known, CancellationToken cancellationToken)
    {
        var (instant, last) = (default(Instant)!, "");
        for (var left = MostReadings; ; left--)
        {
            var copies = ImmutableArray.CreateBuilder<TableCopy>();
            var versions = "";
            foreach (var table in Together)
            {
                var (copy, version) = await _tables.CopyAsync(table, cancellationToken);
                copies.Add(copy);
                versions += version;
            }

            if (versions == last || left == 0)
            {
                return instant with { Tables = copies.ToImmutable(), IsQuiet = versions == last };
            }

            // Between two readings that are the same, and so of the instant, too.
            last = versions;
            instant = new(
                [], await _blobs.CopyAsync(Containers.RecordEnds, known, cancellationToken), time.GetUtcNow(), IsQuiet: false);
        }
    }

    /// <summary>What is as of one instant.</summary>
    /// <param name="Ends">Where the record ended.</param>
    private sealed record Instant(ImmutableArray<TableCopy> Tables, ImmutableArray<BlobCopy> Ends, DateTimeOffset AsOf, bool IsQuiet);
}
