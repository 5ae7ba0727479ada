using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Watching;

/// <summary>How old the credentials of the channels are, as far as this program has seen them: one blob.</summary>
internal sealed class CredentialAges(Store store, DirectoryStore directories, IConfiguration configuration, TimeProvider time)
{
    private const string Name = "credential-ages.json";

    /// <summary>
    /// For each credential that the directory names and the settings hold, how long it has been the same. One transaction; two where one
    /// changed.
    /// </summary>
    public async Task<ImmutableSortedDictionary<string, TimeSpan>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var blob = store.Container(Containers.State).GetBlobClient(Name);
        var found = await blob.FindAsync(cancellationToken);
        var known = found is null
            ? ImmutableSortedDictionary<string, CredentialAge>.Empty
            : JsonSerializer.Deserialize(found.Content.Span, WatchingJson.Default.ImmutableSortedDictionaryStringCredentialAge)!;
        var ages = Of((await directories.CurrentAsync(cancellationToken)).Destinations
            .Select(destination => destination.Credential).OfType<string>().Distinct(StringComparer.Ordinal), known, now);
        if (!ages.SequenceEqual(known))
        {
            // Where another copy was quicker it has seen the same.
            await blob.TryReplaceAsync(
                ReadableJson.Write(ages, WatchingJson.Default.ImmutableSortedDictionaryStringCredentialAge),
                found is null ? null : new ETag(found.ETag),
                new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
                metadata: null,
                cancellationToken);
        }

        return ages.ToImmutableSortedDictionary(age => age.Key, age => now - age.Value.Since, StringComparer.Ordinal);
    }

    private ImmutableSortedDictionary<string, CredentialAge> Of(
        IEnumerable<string> credentials, ImmutableSortedDictionary<string, CredentialAge> known, DateTimeOffset now) =>
        (from name in credentials
         let secret = ConfiguredSecret.Of(configuration[$"Credentials:{name}"])
         where !string.IsNullOrEmpty(secret)
         let mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{secret}")).AsSpan(0, 8))
         select KeyValuePair.Create(
             name, known.TryGetValue(name, out var age) && age.Mark == mark ? age : new CredentialAge(mark, now)))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);
}
