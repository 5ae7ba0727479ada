using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation.Memory;

/// <summary>
/// The translation memory: what was approved, by language and spelling, and never across them. Stored as a row for each approved version, so that an
/// approval is one write whatever the length of its text, and a language is read in few pages.
/// </summary>
internal sealed class MemoryCatalog(Store store, TimeProvider time)
{
    private const int MostTries = 5;

    /// <summary>The letters of the pairs of one row: far below what a row takes.</summary>
    private const int RowLetters = 60_000;

    private readonly ConcurrentDictionary<LanguageTag, LanguageMemory> _memories = new();

    /// <summary>The most segments that an instance keeps of one language; beyond that, those that were approved first are left out.</summary>
    public int MostSegments { get; init; } = 100_000;

    /// <summary>At most five segments that are like a Vietnamese one, the best first. Every few seconds one transaction; at first one for each thousand versions or 4 MiB.</summary>
    public Task<ImmutableArray<MemoryMatch>> FindAsync(LanguageTag language, string source, CancellationToken cancellation) => Of(language).FindAsync(source, cancellation);

    /// <summary>Remembers an approved version in place of what it said before. Two transactions, and one where it says the same.</summary>
    public Task RememberAsync(VersionId version, IReadOnlyCollection<MemoryPair> segments, PersonId? by, DateTimeOffset at, CancellationToken cancellation) =>
        segments.Count == 0 ? ForgetAsync(version, cancellation) : ChangeAsync(version, [.. segments], by, at, cancellation);

    /// <summary>Forgets a version whose approval was taken back. Two transactions, and one where nothing is remembered of it.</summary>
    public Task ForgetAsync(VersionId version, CancellationToken cancellation) => ChangeAsync(version, [], null, time.GetUtcNow(), cancellation);

    private LanguageMemory Of(LanguageTag language) => _memories.GetOrAdd(language, tag => new(store, time, tag, MostSegments));

    private async Task ChangeAsync(VersionId version, ImmutableArray<MemoryPair> pairs, PersonId? by, DateTimeOffset at, CancellationToken cancellation)
    {
        var (partition, key) = (version.Language.Value, Keys.MemoryStanding(version.ToString()));
        var hash = pairs.IsEmpty ? null : Hash(pairs);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var read = await store.Memory.FindAsync(partition, key, MemoryJson.Default.MemoryStanding, cancellation);
            if (read?.Value.Hash == hash)
            {
                return;
            }

            // Later than the rows before, whatever the clock of this instance says.
            var now = time.GetUtcNow();
            var stamp = read is { Value.Stamp: var before } && before >= now ? before.AddTicks(1) : now;
            if (await WriteAsync(version, read, new(version, pairs, by, at), new(stamp, [], hash), cancellation))
            {
                Of(version.Language).Expire();
                return;
            }
        }

        throw new InvalidOperationException($"Somebody else changed the memory of {version} each time that it was to be written.");
    }

    /// <summary>The rows, and with the last of them where they lie: stopped before that and repeated, the repeat's rows count.</summary>
    private async Task<bool> WriteAsync(VersionId version, Row<MemoryStanding>? read, MemoryRow row, MemoryStanding standing, CancellationToken cancellation)
    {
        var partition = version.Language.Value;
        var transaction = new Transaction(partition);
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (var (part, pairs) in Parts(row.Pairs).Index())
        {
            keys.Add(Keys.MemoryLogRow(standing.Stamp, version.ToString(), part));
            var one = new Transaction(partition).Put(keys[^1], row with { Pairs = pairs }, MemoryJson.Default.MemoryRow);
            if (!transaction.TryJoin(one))
            {
                await transaction.CommitAsync(store.Memory, cancellation);
                transaction = one;
            }
        }

        var last = new Transaction(partition).Save(read, Keys.MemoryStanding(version.ToString()), standing with { Rows = keys.ToImmutable() }, MemoryJson.Default.MemoryStanding);
        foreach (var key in read?.Value.Rows ?? [])
        {
            last.Delete(key);
        }

        if (!transaction.TryJoin(last))
        {
            await transaction.CommitAsync(store.Memory, cancellation);
            transaction = last;
        }

        return await transaction.CommitAsync(store.Memory, cancellation);
    }

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
