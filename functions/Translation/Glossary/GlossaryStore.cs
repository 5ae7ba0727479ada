using System.Collections.Concurrent;
using System.Text.Json;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Translation.Glossary;

/// <summary>
/// The glossaries: a blob a language, so that one is replaced as a whole or not at all, and a copy of each in memory.
/// </summary>
internal sealed class GlossaryStore(Store store, TimeProvider time)
{
    /// <summary>One blob a language: whoever adds a term writes all of it, so more compete for it than for a row.</summary>
    private const int MostTries = 20;

    private readonly ConcurrentDictionary<LanguageTag, CachedBlob<ReadGlossary>> _blobs = new();

    /// <summary>
    /// The terms of a language, at most a few seconds old. Mostly no transaction; else one, and a download only where they changed.
    /// </summary>
    public async ValueTask<IReadOnlyList<GlossaryTerm>> OfAsync(LanguageTag language, CancellationToken cancellationToken) =>
        (await Blob(language).CurrentAsync(cancellationToken)).Stored.Terms;

    /// <summary>The terms of a language, ready to be found in texts; built once for each version of the glossary.</summary>
    public async ValueTask<TermMatcher> MatcherOfAsync(LanguageTag language, CancellationToken cancellationToken) =>
        (await Blob(language).CurrentAsync(cancellationToken)).Matcher.Value;

    /// <summary>The glossary as it is now. One transaction.</summary>
    public async Task<GlossaryVersion> VersionAsync(LanguageTag language, CancellationToken cancellationToken) =>
        Version(await Blob(language).ReadAsync(cancellationToken));

    /// <summary>Changes a glossary and records who did. Four transactions; two where nothing changes.</summary>
    /// <param name="change">Gives the glossary itself back where there is nothing to change.</param>
    public async Task<StoredGlossary> ChangeAsync(
        LanguageTag language, Func<StoredGlossary, StoredGlossary> change, HistoryEntry origin, CancellationToken cancellationToken) =>
        (await TryChangeAsync(language, read => change(read.Glossary), origin, cancellationToken)).Value!;

    /// <summary>The same where a change may be refused.</summary>
    /// <param name="change">Decides anew where somebody else wrote meanwhile.</param>
    public Task<Result<StoredGlossary>> TryChangeAsync(
        LanguageTag language,
        Func<GlossaryVersion, Result<StoredGlossary>> change,
        HistoryEntry origin,
        CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync(
            async () =>
            {
                var read = await Blob(language).ReadAsync(cancellationToken);
                var decided = change(Version(read));
                return decided.IsDone ? await WriteAsync(language, read, decided.Value, origin, cancellationToken) : decided;
            },
            $"the glossary of {language}",
            MostTries);

    private static GlossaryVersion Version(BlobVersion<ReadGlossary> read) =>
        new(read.Value.Stored, read.ETag ?? GlossaryVersion.NotThere);

    /// <returns>What is stored now; null where somebody else wrote meanwhile.</returns>
    private async Task<Result<StoredGlossary>?> WriteAsync(
        LanguageTag language,
        BlobVersion<ReadGlossary> read,
        StoredGlossary changed,
        HistoryEntry origin,
        CancellationToken cancellationToken)
    {
        // The record is written after the blob, so whoever comes next sees to the record of the one before: a crash between the two loses
        // no line.
        var stored = read.Value.Stored;
        await store.RecordOnceAsync(stored.Origin, cancellationToken);
        var hasSameTerms = changed.Terms.SequenceEqual(stored.Terms);
        if (hasSameTerms && changed.HandIn == stored.HandIn)
        {
            return stored;
        }

        changed = hasSameTerms ? changed : changed with { Origin = origin };
        var json = new BinaryData(
            ReadableJson.Write(changed, GlossaryJson.Default.StoredGlossary), "application/json; charset=utf-8");
        if (!await Blob(language).TryReplaceAsync(read, new(changed), json, metadata: null, cancellationToken))
        {
            return null;
        }

        await store.RecordAsync(changed.Origin, cancellationToken);
        return changed;
    }

    private CachedBlob<ReadGlossary> Blob(LanguageTag language) =>
        _blobs.GetOrAdd(
            language,
            tag => new(
                store.Container(Containers.State).GetBlobClient($"glossary/{tag}.json"),
                new(StoredGlossary.Empty),
                blob => new(
                    JsonSerializer.Deserialize(blob.Content.ToMemory().Span, GlossaryJson.Default.StoredGlossary)
                        ?? StoredGlossary.Empty),
                time));
}
