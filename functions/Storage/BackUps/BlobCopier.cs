using System.Collections.Immutable;
using Azure;
using Azure.Storage.Blobs.Models;

namespace Dissemination.Storage.BackUps;

/// <summary>Reads the blobs of containers into pieces; one that has the version of the back-up before is not read again.</summary>
internal sealed class BlobCopier(Store store, BackUpPieces pieces)
{
    private const int PieceLength = 8 * 1024 * 1024;

    /// <summary>A transaction for each five thousand blobs, and one for each that changed.</summary>
    /// <param name="before">The back-up before, by the path of each blob.</param>
    public async Task<ImmutableArray<BlobCopy>> CopyAsync(
        string container, IReadOnlyDictionary<string, BlobCopy> before, CancellationToken cancellationToken)
    {
        var copies = ImmutableArray.CreateBuilder<BlobCopy>();
        await foreach (var blob in store.Container(container).GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (before.GetValueOrDefault($"{container}/{blob.Name}") is { } known && known.ETag == TagOf(blob.Properties.ETag))
            {
                copies.Add(known);
            }
            else if (await CopyAsync(container, blob.Name, cancellationToken) is { } copy)
            {
                copies.Add(copy);
            }
        }

        return copies.ToImmutable();
    }

    /// <returns>Null where it is gone meanwhile.</returns>
    private async Task<BlobCopy?> CopyAsync(string container, string name, CancellationToken cancellationToken)
    {
        if (await store.Container(container).GetBlobClient(name).OpenAsync(cancellationToken) is not { } open)
        {
            return null;
        }

        await using var content = open.Content;
        var names = ImmutableArray.CreateBuilder<string>();
        var piece = new byte[Math.Min(PieceLength, Math.Max(1, (int)Math.Min(open.Details.ContentLength, PieceLength)))];
        while (await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken) is > 0 and var read)
        {
            names.Add(await pieces.PutAsync(piece.AsMemory(0, read), cancellationToken));
        }

        var details = open.Details;
        return new(container, name, TagOf(details.ETag), names.ToImmutable())
        {
            ContentType = NullIfEmpty(details.ContentType),
            ContentEncoding = NullIfEmpty(details.ContentEncoding),
            CacheControl = NullIfEmpty(details.CacheControl),
            Metadata = details.Metadata.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>Writes a blob back.</summary>
    public async Task RestoreAsync(BlobCopy copy, CancellationToken cancellationToken)
    {
        var blob = store.Container(copy.Container).GetBlobClient(copy.Name);
        BlobUploadOptions options = new()
        {
            HttpHeaders = new()
            {
                ContentType = copy.ContentType,
                ContentEncoding = copy.ContentEncoding,
                CacheControl = copy.CacheControl,
            },
            Metadata = new Dictionary<string, string>(copy.Metadata, StringComparer.Ordinal),
        };
        using MemoryStream content = new();
        foreach (var name in copy.Pieces)
        {
            content.Write(await pieces.GetAsync(name, cancellationToken));
        }

        content.Position = 0;
        await blob.UploadAsync(content, options, cancellationToken);
    }

    /// <summary>Lists tell it without the quotation marks that a blob's own answer has.</summary>
    private static string TagOf(ETag? tag) => tag?.ToString().Trim('"') ?? "";

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
