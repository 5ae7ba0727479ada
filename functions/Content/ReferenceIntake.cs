using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;
using Azure.Storage.Blobs.Models;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What items refer to, on its way into storage: resolutions and pictures. The newest hand-in of a file stays, in whatever order they are taken.</summary>
internal sealed class ReferenceIntake(Store store)
{
    private const int MostTries = 5;

    public async Task<ImmutableDictionary<string, Resolution>> ResolutionsAsync(CancellationToken cancellation)
    {
        var resolutions = ImmutableDictionary.CreateBuilder<string, Resolution>(StringComparer.Ordinal);
        await foreach (var row in store.Editorial.StartingWithAsync(Keys.Editorial, Keys.Resolution(""), ContentJson.Default.Resolution, cancellation))
        {
            resolutions.Add(row.Value.Id, row.Value);
        }

        return resolutions.ToImmutable();
    }

    public Task TakeAsync(HandIn handIn, Resolution resolution, CancellationToken cancellation) =>
        PutNewestAsync(Keys.Resolution(resolution.Id), resolution with { HandIn = handIn.Id }, ContentJson.Default.Resolution, stored => stored.HandIn, handIn, cancellation);

    public async Task TakeAsync(HandIn handIn, string path, PictureFacts facts, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var blob = hash + (facts.ContentType == "image/png" ? ".png" : ".jpg");
        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = facts.ContentType } };
        await store.Container(Containers.Media).GetBlobClient(blob).UploadAsync(new BinaryData(content), options, cancellation);
        var picture = new AcceptedPicture(path, blob, facts.ContentType, content.Length, handIn.Id);
        await PutNewestAsync(Keys.Picture(path), picture, ContentJson.Default.AcceptedPicture, stored => stored.HandIn, handIn, cancellation);
    }

    private async Task PutNewestAsync<T>(string key, T value, JsonTypeInfo<T> type, Func<T, HandInId?> handInOf, HandIn handIn, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var read = await store.Editorial.FindAsync(Keys.Editorial, key, type, cancellation);
            if (read is not null && handInOf(read.Value) is { } stored && handIn.Id.IsOlderThan(stored))
            {
                return;
            }

            if (await new Transaction(Keys.Editorial).Save(read, key, value, type).CommitAsync(store.Editorial, cancellation))
            {
                return;
            }
        }

        throw new InvalidOperationException($"Somebody else changed {key} each time that it was to be written.");
    }
}
