using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Translation.Glossary;

/// <summary>
/// The glossaries: a blob a language, so that one is replaced as a whole or not at all, and a copy of each in memory that is asked for anew every few
/// seconds.
/// </summary>
internal sealed class GlossaryStore(Store store, TimeProvider time)
{
    private const int MostTries = 5;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<LanguageTag, Copy> _copies = new();

    /// <summary>The terms of a language, at most a few seconds old. Mostly no transaction; else one, and a download only where they changed.</summary>
    public async ValueTask<IReadOnlyList<GlossaryTerm>> OfAsync(LanguageTag language, CancellationToken cancellation) =>
        (await CurrentAsync(language, cancellation)).Glossary.Terms;

    /// <summary>The terms of a language, ready to be found in texts; built once for each version of the glossary.</summary>
    public async ValueTask<TermMatcher> MatcherOfAsync(LanguageTag language, CancellationToken cancellation) =>
        (await CurrentAsync(language, cancellation)).Matcher.Value;

    /// <summary>The glossary as it is now. One transaction.</summary>
    public async Task<GlossaryVersion> VersionAsync(LanguageTag language, CancellationToken cancellation) => (await ReadAsync(language, cancellation)).Version;

    /// <summary>Changes a glossary and records who did. Two or three transactions; one where nothing changes.</summary>
    /// <param name="change">Gives the glossary itself back where there is nothing to change.</param>
    public async Task<StoredGlossary> ChangeAsync(LanguageTag language, Func<StoredGlossary, StoredGlossary> change, HistoryEntry origin, CancellationToken cancellation) =>
        (await TryChangeAsync(language, read => change(read.Glossary), origin, cancellation)).Value!;

    /// <summary>The same where a change may be refused.</summary>
    /// <param name="change">Decides anew where somebody else wrote meanwhile.</param>
    public async Task<Result<StoredGlossary>> TryChangeAsync(LanguageTag language, Func<GlossaryVersion, Result<StoredGlossary>> change, HistoryEntry origin, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var read = await ReadAsync(language, cancellation);
            var decided = change(read.Version);
            if (!decided.IsDone)
            {
                return decided.Problem;
            }

            var changed = decided.Value;

            // The record is written after the blob, so whoever comes next sees to the record of the one before: a crash between the two loses no line.
            await store.RecordAsync(read.Glossary.Origin, cancellation);
            if (changed == read.Glossary || (changed.HandIn == read.Glossary.HandIn && changed.Terms.SequenceEqual(read.Glossary.Terms)))
            {
                return read.Glossary;
            }

            changed = changed.Terms.SequenceEqual(read.Glossary.Terms) ? changed : changed with { Origin = origin };
            var json = ReadableJson.Write(changed, GlossaryJson.Default.StoredGlossary);
            if (await Blob(language).TryReplaceAsync(json, read.ETag, new() { ContentType = "application/json; charset=utf-8" }, metadata: null, cancellation) is not null)
            {
                await store.RecordAsync(changed.Origin, cancellation);
                await ReadAsync(language, cancellation);
                return changed;
            }
        }

        throw new InvalidOperationException($"Somebody else changed the glossary of {language} each time that it was to be written.");
    }

    private BlobClient Blob(LanguageTag language) => store.Container(Containers.State).GetBlobClient($"glossary/{language}.json");

    private async ValueTask<Copy> CurrentAsync(LanguageTag language, CancellationToken cancellation) =>
        _copies.TryGetValue(language, out var copy) && time.GetElapsedTime(copy.CheckedAt) < Fresh ? copy : await ReadAsync(language, cancellation);

    private async Task<Copy> ReadAsync(LanguageTag language, CancellationToken cancellation)
    {
        var known = _copies.GetValueOrDefault(language);
        var now = time.GetTimestamp();
        try
        {
            var options = new BlobDownloadOptions { Conditions = new() { IfNoneMatch = known?.ETag } };
            var response = await Blob(language).DownloadContentAsync(options, cancellation);
            return _copies[language] = response.GetRawResponse().Status == StatusCodes.Status304NotModified
                ? known! with { CheckedAt = now }
                : new(JsonSerializer.Deserialize(response.Value.Content.ToMemory().Span, GlossaryJson.Default.StoredGlossary) ?? StoredGlossary.Empty, response.Value.Details.ETag, now);
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return _copies[language] = new(StoredGlossary.Empty, null, now);
        }
    }

    /// <summary>What was read, when, and the matcher of it where it was asked for.</summary>
    private sealed record Copy(StoredGlossary Glossary, ETag? ETag, long CheckedAt)
    {
        public GlossaryVersion Version => new(Glossary, ETag ?? GlossaryVersion.NotThere);

        public Lazy<TermMatcher> Matcher { get; } = new(() => new(Glossary.Terms));
    }
}
