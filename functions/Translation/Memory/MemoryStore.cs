using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation.Memory;

/// <summary>
/// The translation memory: what was approved, by language and spelling, and never across them. Stored as a row for each approved version,
/// so that an approval is one write whatever the length of its text, and a language is read in few pages.
/// </summary>
internal sealed class MemoryStore(Store store, TimeProvider time)
{
    /// <summary>The letters of the pairs of one row: far below what a row takes.</summary>
    private const int RowLetters = 60_000;

    private readonly ConcurrentDictionary<LanguageTag, LanguageMemory> _memories = new();
    private long _lookUps;

    /// <summary>
    /// The most segments that an instance keeps of one language; beyond that, files are left out, then what was approved first.
    /// </summary>
    public int MostSegments { get; init; } = 100_000;

    /// <summary>
    /// The most segments that an instance keeps of all languages together; beyond that, the languages that were looked up longest ago are
    /// read anew when they are asked for.
    /// </summary>
    public int MostTogether { get; init; } = 200_000;

    /// <summary>How many segments are held of all languages.</summary>
    public int Count => _memories.Values.Sum(memory => memory.Count);

    /// <summary>
    /// At most five segments that are like a Vietnamese one, the best first. Every few seconds one transaction; at first one for each
    /// thousand versions or 4 MiB.
    /// </summary>
    public async Task<ImmutableArray<MemoryMatch>> FindAsync(LanguageTag language, string source, CancellationToken cancellationToken)
    {
        var memory = Of(language);
        memory.LookedUp = Interlocked.Increment(ref _lookUps);
        var found = await memory.FindAsync(source, cancellationToken);
        MakeRoom(language);
        return found;
    }

    /// <summary>Remembers an approved version in place of what it said before. Two transactions, and one where it says the same.</summary>
    public Task RememberAsync(
        VersionId version,
        IReadOnlyCollection<MemoryPair> segments,
        PersonId? by,
        DateTimeOffset at,
        CancellationToken cancellationToken) =>
        segments.Count == 0
            ? ForgetAsync(version, cancellationToken)
            : ChangeAsync(new(version.Language, version, File: null), [.. segments], by, at, cancellationToken);

    /// <summary>Forgets a version whose approval was taken back. Two transactions, and one where nothing is remembered of it.</summary>
    public Task ForgetAsync(VersionId version, CancellationToken cancellationToken) =>
        ChangeAsync(new(version.Language, version, File: null), [], null, time.GetUtcNow(), cancellationToken);

    /// <summary>Takes what a file suggests, in place of what the same file suggested before.</summary>
    /// <returns>False where nothing changed: it says the same, or a newer one of its name came before it.</returns>
    public Task<bool> TakeAsync(
        LanguageTag language, MemoryFile file, ImmutableArray<MemoryPair> pairs, CancellationToken cancellationToken) =>
        ChangeAsync(new(language, Version: null, file), pairs, file.By, file.At, cancellationToken);

    /// <summary>Takes back what a file suggested. Two transactions.</summary>
    /// <returns>False where somebody else has done so.</returns>
    public Task<bool> RemoveAsync(LanguageTag language, MemoryFile file, CancellationToken cancellationToken) =>
        ChangeAsync(new(language, Version: null, file), [], file.By, time.GetUtcNow(), cancellationToken);

    /// <summary>The files that suggest something in a language. One transaction for each thousand that ever did.</summary>
    public IAsyncEnumerable<MemoryFile> FilesAsync(LanguageTag language, CancellationToken cancellationToken) =>
        store.Memory.StartingWithAsync(language.Value, KeysOfMemory.MemoryFiles, MemoryJson.Default.MemoryManifest, cancellationToken)
            .Where(row => row.Value is { Hash: not null, File: not null })
            .Select(row => row.Value.File!);

    /// <summary>
    /// All segments of a language, oldest first, out of storage: the keys of their rows are all that is held. One transaction for each
    /// thousand rows, twice.
    /// </summary>
    public async IAsyncEnumerable<MemorySegment> AllAsync(
        LanguageTag language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = time.GetUtcNow();
        var current = new HashSet<string>(StringComparer.Ordinal);
        foreach (var prefix in (string[])[KeysOfMemory.MemoryFiles, KeysOfMemory.MemoryManifests])
        {
            await foreach (var standing in store.Memory.StartingWithAsync(
                language.Value, prefix, MemoryJson.Default.MemoryManifest, cancellationToken))
            {
                current.UnionWith(standing.Value.Rows);
            }
        }

        // What was written meanwhile is in no manifest that was read, and a row that a crash left behind is in none at all.
        await foreach (var row in store.Memory.StartingWithAsync(
            language.Value, KeysOfMemory.MemoryLog, MemoryJson.Default.MemoryRow, cancellationToken))
        {
            if (current.Contains(row.RowKey) || KeysOfMemory.MemoryLogTime(row.RowKey) >= from)
            {
                var origin = row.Value.OriginIn(language);
                foreach (var pair in row.Value.Pairs)
                {
                    yield return new(language, pair.Source, pair.Target, origin.Version, row.Value.By, row.Value.At, origin.File);
                }
            }
        }
    }

    private void MakeRoom(LanguageTag used)
    {
        while (Count > MostTogether
            && _memories.Where(memory => memory.Key != used && memory.Value.Count > 0)
                .MinBy(memory => memory.Value.LookedUp) is { Value: not null } oldest)
        {
            _memories.TryRemove(oldest);
        }
    }

    private LanguageMemory Of(LanguageTag language) => _memories.GetOrAdd(language, tag => new(store, time, tag, MostSegments));

    private Task<bool> ChangeAsync(
        MemoryOrigin origin, ImmutableArray<MemoryPair> pairs, PersonId? by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var hash = pairs.IsEmpty ? null : Hash(pairs);
        return OptimisticRetry.RunAsync<bool>(
            async () =>
            {
                var read = await store.Memory.FindAsync(
                    origin.Language.Value, origin.ManifestKey, MemoryJson.Default.MemoryManifest, cancellationToken);
                if (read?.Value.Hash == hash || (hash is not null && IsOutdated(origin.File, read?.Value.File)))
                {
                    return false;
                }

                // Later than the rows before, whatever the clock of this instance says.
                var now = time.GetUtcNow();
                var stamp = read is { Value.Stamp: var before } && before >= now ? before.AddTicks(1) : now;
                if (!await WriteAsync(
                    origin, read, new(origin.Version, pairs, by, at, origin.File), new(stamp, [], hash, origin.File), cancellationToken))
                {
                    return null;
                }

                Of(origin.Language).Expire();
                return true;
            },
            $"the memory of {origin.Id}");
    }

    /// <summary>The rows, and with the last of them where they lie: stopped before that and repeated, the repeat's rows count.</summary>
    private async Task<bool> WriteAsync(
        MemoryOrigin origin, Row<MemoryManifest>? read, MemoryRow row, MemoryManifest manifest, CancellationToken cancellationToken)
    {
        var partition = origin.Language.Value;
        var transaction = new Transaction(partition);
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (var (part, pairs) in Parts(row.Pairs).Index())
        {
            keys.Add(KeysOfMemory.MemoryLogRow(manifest.Stamp, origin.Id, part));
            var one = new Transaction(partition).Put(keys[^1], row with { Pairs = pairs }, MemoryJson.Default.MemoryRow);
            if (!transaction.TryJoin(one))
            {
                await transaction.CommitAsync(store.Memory, cancellationToken);
                transaction = one;
            }
        }

        var last = new Transaction(partition)
            .Save(read, origin.ManifestKey, manifest with { Rows = keys.ToImmutable() }, MemoryJson.Default.MemoryManifest);
        var old = read?.Value.Rows ?? [];
        foreach (var key in old.Take(Transaction.Limit - 1))
        {
            last.Delete(key);
        }

        if (!transaction.TryJoin(last))
        {
            await transaction.CommitAsync(store.Memory, cancellationToken);
            transaction = last;
        }

        if (!await transaction.CommitAsync(store.Memory, cancellationToken))
        {
            return false;
        }

        await DeleteAsync(partition, old.Skip(Transaction.Limit - 1), cancellationToken);
        return true;
    }

    /// <summary>The rows of a long file: nothing reads them any more, whether or not they are deleted.</summary>
    private async Task DeleteAsync(string partition, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        foreach (var chunk in keys.Chunk(Transaction.Limit))
        {
            var transaction = new Transaction(partition);
            foreach (var key in chunk)
            {
                transaction.Delete(key);
            }

            await transaction.CommitAsync(store.Memory, cancellationToken);
        }
    }

    /// <summary>Files are not taken in the order in which they came, and one that comes again must not undo that it was removed.</summary>
    private static bool IsOutdated(MemoryFile? file, MemoryFile? known) =>
        file?.HandIn is { } now && known?.HandIn is { } taken && (now == taken || now.IsOlderThan(taken));

    /// <summary>The pairs in pieces that fit a row; one empty piece where there are none.</summary>
    private static IEnumerable<ImmutableArray<MemoryPair>> Parts(ImmutableArray<MemoryPair> pairs)
    {
        var (from, letters) = (0, 0);
        for (var at = 0; at < pairs.Length; at++)
        {
            var more = pairs[at].Source.Length + pairs[at].Target.Length;
            if (at > from && letters + more > RowLetters)
            {
                yield return pairs[from..at];
                (from, letters) = (at, 0);
            }

            letters += more;
        }

        yield return pairs[from..];
    }

    private static string Hash(ImmutableArray<MemoryPair> pairs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in pairs.SelectMany(pair => new[] { pair.Source, pair.Target }))
        {
            var length = text.Length.ToString(CultureInfo.InvariantCulture);
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{length}:{text}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
