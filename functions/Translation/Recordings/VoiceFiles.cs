using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Translation.Recordings;

/// <summary>The files of voices in <c>recordings</c>, each in the folder of its text and named by its sound.</summary>
internal sealed class VoiceFiles(Store store, TimeProvider time)
{
    public const string ContentType = "audio/mpeg";

    /// <summary>What stands there so long and belongs to nothing was left by somebody who was cut off.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private BlobContainerClient Container => store.Container(Containers.Recordings);

    /// <summary>Keeps a sound. The same again is the same file. One transaction.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> KeepAsync(TextId text, ReadOnlyMemory<byte> sound, CancellationToken cancellationToken)
    {
        var name = $"{text}/{Convert.ToHexStringLower(SHA256.HashData(sound.Span).AsSpan(0, 16))}.mp3";
        await Container.GetBlobClient(name).UploadAsync(
            new BinaryData(sound), new BlobUploadOptions { HttpHeaders = new() { ContentType = ContentType } }, cancellationToken);
        return name;
    }

    /// <summary>A whole file, or null. One transaction.</summary>
    public async Task<ReadOnlyMemory<byte>?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await Container.GetBlobClient(name).FindAsync(cancellationToken))?.Content;

    /// <summary>A file to be read from anywhere in it, or null. One transaction, and one for each 4 MiB.</summary>
    public async Task<(Stream Content, BlobProperties Properties)?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var blob = Container.GetBlobClient(name);
        return await blob.FindPropertiesAsync(cancellationToken) is { } properties
            ? (await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken), properties)
            : null;
    }

    /// <summary>
    /// Deletes what is of no use any more of a text: nothing is kept of a voice but what is approved or on its way to it. A transaction to
    /// list them, and one for each.
    /// </summary>
    /// <param name="before">What belonged to it before; null where it is new.</param>
    public async Task PruneAsync(Recording? before, Recording now, CancellationToken cancellationToken)
    {
        var (kept, gone) = (now.Files.ToHashSet(StringComparer.Ordinal), (before?.Files ?? []).ToHashSet(StringComparer.Ordinal));
        await foreach (var blob in Container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{now.Text}/", cancellationToken))
        {
            // What somebody else keeps this moment is not in the record yet.
            if (!kept.Contains(blob.Name)
                && (gone.Contains(blob.Name) || time.GetUtcNow() - blob.Properties.LastModified > Abandoned))
            {
                await Container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
            }
        }
    }
}
