using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Dissemination.Storage.Schema;

namespace Dissemination.Storage.BackUps;

/// <summary>Back-ups of all tables and blobs: made, brought back and compared.</summary>
internal sealed class BackUpService(Store store, TimeProvider time)
{
    private const string Folder = "back-ups";
    private const string Extension = ".json";
    private const string NameFormat = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <summary>Makes a back-up. What another one of the place holds already is not written again.</summary>
    /// <param name="words">The operator's key; null leaves all open.</param>
    /// <returns>Its name, what is in it, and how many pieces were written.</returns>
    public async Task<(string Name, BackUpManifest Manifest, int Written)> MakeAsync(
        IBackUpPlace place, string? words, CancellationToken cancellationToken)
    {
        using var key = await KeyAsync(place, words, mayBegin: true, cancellationToken);
        BackUpPieces pieces = new(place, key);
        var before = await NewestAsync(place, cancellationToken) is { } last
            ? await ReadAsync(place, last, pieces, cancellationToken)
            : null;
        var manifest = await new StoreReading(store, pieces, time).ReadAsync(before, cancellationToken);
        var name = $"{Folder}/{manifest.DoneAt.UtcDateTime.ToString(NameFormat, CultureInfo.InvariantCulture)}{Extension}";
        var json = ReadableJson.Write(manifest, BackUpsJson.Default.BackUpManifest);
        await place.WriteAsync(name, pieces.Pack(name, json.Span), cancellationToken);
        return (NameOf(name), manifest, pieces.Written);
    }

    /// <summary>Brings a back-up back into a store that holds nothing, and compares.</summary>
    /// <param name="name">Null for the newest.</param>
    /// <returns>What of the store is not as in the back-up: nothing.</returns>
    /// <exception cref="BackUpException">There is none, it was changed, or the store is not empty.</exception>
    public async Task<(BackUpManifest Manifest, IReadOnlyList<string> Differences)> RestoreAsync(
        IBackUpPlace place, string? words, string? name, CancellationToken cancellationToken)
    {
        using var key = await KeyAsync(place, words, mayBegin: false, cancellationToken);
        BackUpPieces pieces = new(place, key);
        var manifest = await FindAsync(place, name, pieces, cancellationToken);
        if (manifest.Schema > SchemaState.Current)
        {
            throw new BackUpException(
                $"The back-up was made by a newer program (its records have the version {manifest.Schema}, this program knows "
                + $"{SchemaState.Current}). Use that program.");
        }

        await store.CreateAsync(cancellationToken);
        await RefuseUnlessEmptyAsync(cancellationToken);
        foreach (var blob in manifest.Blobs)
        {
            await new BlobCopier(store, pieces).RestoreAsync(blob, cancellationToken);
        }

        // What makes the program act comes last.
        foreach (var table in manifest.Tables.OrderBy(table => table.Name == TableNames.Editorial))
        {
            await new TableCopier(store, pieces).RestoreAsync(table, cancellationToken);
        }

        return (manifest, await CompareAsync(place, key, manifest, cancellationToken));
    }

    /// <summary>What of the store is not as in a back-up: nothing of it is written anywhere.</summary>
    public async Task<IReadOnlyList<string>> CompareAsync(
        IBackUpPlace place, string? words, string? name, CancellationToken cancellationToken)
    {
        using var key = await KeyAsync(place, words, mayBegin: false, cancellationToken);
        return await CompareAsync(
            place, key, await FindAsync(place, name, new(place, key), cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<string>> CompareAsync(
        IBackUpPlace place, BackUpKey? key, BackUpManifest manifest, CancellationToken cancellationToken)
    {
        var now = await new StoreReading(store, new(place, key, isDry: true), time).ReadAsync(before: null, cancellationToken);
        var (was, seen) = (
            manifest.Blobs.ToDictionary(blob => blob.Path, StringComparer.Ordinal),
            now.Blobs.ToDictionary(blob => blob.Path, StringComparer.Ordinal));
        return
        [
            .. manifest.Tables
                .Where(table => !now.Tables.Any(other =>
                    other.Name == table.Name && other.Rows == table.Rows && other.Pieces.SequenceEqual(table.Pieces, StringComparer.Ordinal)))
                .Select(table => table.Name),
            .. was.Keys.Union(seen.Keys, StringComparer.Ordinal)
                .Where(path => !IsSame(was.GetValueOrDefault(path), seen.GetValueOrDefault(path)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsSame(BlobCopy? one, BlobCopy? other) =>
        one is not null && other is not null && one.Pieces.SequenceEqual(other.Pieces, StringComparer.Ordinal)
        && one.Metadata.SequenceEqual(other.Metadata)
        && (one.ContentType, one.ContentEncoding, one.CacheControl) == (other.ContentType, other.ContentEncoding, other.CacheControl);

    private async Task RefuseUnlessEmptyAsync(CancellationToken cancellationToken)
    {
        foreach (var table in TableNames.All)
        {
            if (await store.Table(table).QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellationToken)
                .AnyAsync(cancellationToken))
            {
                throw new BackUpException($"The table {table} is not empty. A back-up is brought back into a new storage account alone.");
            }
        }

        foreach (var container in Containers.All)
        {
            if (await store.Container(container).GetBlobsAsync(cancellationToken: cancellationToken).AnyAsync(cancellationToken))
            {
                throw new BackUpException(
                    $"The container {container} is not empty. A back-up is brought back into a new storage account alone.");
            }
        }
    }

    private static async Task<BackUpKey?> KeyAsync(
        IBackUpPlace place, string? words, bool mayBegin, CancellationToken cancellationToken)
    {
        if (await place.FindAsync(BackUpFormat.Name, cancellationToken) is { } found)
        {
            var format = JsonSerializer.Deserialize(found, BackUpsJson.Default.BackUpFormat)!;
            return format switch
            {
                { Version: > BackUpFormat.Current } =>
                    throw new BackUpException("The back-ups were made by a newer program. Use that one."),
                { Check: null } when words is not null => throw new BackUpException("These back-ups are not encrypted: give no key."),
                { Check: null } => null,
                _ when words is null => throw new BackUpException("These back-ups are encrypted: give their key."),
                _ => BackUpKey.Of(words, format),
            };
        }

        if (!mayBegin)
        {
            throw new BackUpException("There are no back-ups here.");
        }

        (BackUpKey? Key, BackUpFormat Format) begun = words is null
            ? (null, new(BackUpFormat.Current))
            : BackUpKey.New(words);
        await place.WriteAsync(BackUpFormat.Name, ReadableJson.Write(begun.Format, BackUpsJson.Default.BackUpFormat), cancellationToken);
        return begun.Key;
    }

    private static async Task<string?> NewestAsync(IBackUpPlace place, CancellationToken cancellationToken) =>
        await place.ListAsync(Folder, cancellationToken) is [.., var last] ? last : null;

    private static async Task<BackUpManifest> FindAsync(
        IBackUpPlace place, string? name, BackUpPieces pieces, CancellationToken cancellationToken) =>
        (name is null ? await NewestAsync(place, cancellationToken) : $"{Folder}/{name}{Extension}") is { } file
            ? await ReadAsync(place, file, pieces, cancellationToken)
            : throw new BackUpException("There are no back-ups here.");

    private static async Task<BackUpManifest> ReadAsync(
        IBackUpPlace place, string file, BackUpPieces pieces, CancellationToken cancellationToken) =>
        await place.FindAsync(file, cancellationToken) is { } packed
            ? JsonSerializer.Deserialize(pieces.Unpack(file, packed), BackUpsJson.Default.BackUpManifest)!
            : throw new BackUpException($"There is no back-up {NameOf(file)} here.");

    private static string NameOf(string file) => file[(Folder.Length + 1)..^Extension.Length];
}
