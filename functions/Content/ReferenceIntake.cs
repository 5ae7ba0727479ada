using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;
using Azure.Storage.Blobs.Models;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What items refer to, on its way into storage: resolutions and pictures. The newest hand-in of a file stays, in whatever order they are taken.</summary>
internal sealed class ReferenceIntake(Store store)
{
    private const int MostTries = 5;

    /// <summary>A large picture takes a hundred megabytes while it is drawn, and instances are small.</summary>
    private static readonly SemaphoreSlim OneDrawing = new(1);

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

    /// <summary>Keeps a picture as it will be published. Four transactions; two where the same bytes are there already.</summary>
    /// <returns>What changed by it, or why it is not taken.</returns>
    public async Task<Parsed<ChangedPicture>> TakePictureAsync(HandIn handIn, string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var original = Hash(content.Span);
        var there = (await store.Editorial.FindAsync(Keys.Editorial, Keys.Picture(path), ContentJson.Default.AcceptedPicture, cancellation))?.Value;
        if (there?.Original == original)
        {
            return Parsed<ChangedPicture>.Of(new(await PutAsync(handIn, there with { HandIn = handIn.Id }, cancellation), Before: null));
        }

        var read = await DrawAsync(path, content, cancellation);
        if (!read.IsValid)
        {
            return Parsed<ChangedPicture>.Bad(read.Problems);
        }

        var drawn = read.Value;
        var blob = Hash(drawn.Bytes.Span) + (drawn.ContentType == DrawnPicture.Png ? ".png" : ".jpg");
        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = drawn.ContentType } };
        await store.Container(Containers.Media).GetBlobClient(blob).UploadAsync(new BinaryData(drawn.Bytes), options, cancellation);
        var now = await PutAsync(handIn, new(path, blob, drawn.ContentType, drawn.Bytes.Length, handIn.Id, original), cancellation);

        // Before pictures were drawn anew they bore the hash of the bytes that came: the same again are no other picture.
        var isSame = there is { Original: null } && there.Blob.StartsWith(original, StringComparison.Ordinal);
        return Parsed<ChangedPicture>.Of(new(now, isSame ? null : there));
    }

    /// <returns>The newest, which may have come meanwhile.</returns>
    private Task<AcceptedPicture> PutAsync(HandIn handIn, AcceptedPicture picture, CancellationToken cancellation) =>
        PutNewestAsync(Keys.Picture(picture.Path), picture, ContentJson.Default.AcceptedPicture, stored => stored.HandIn, handIn, cancellation);

    private static async Task<Parsed<DrawnPicture>> DrawAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await OneDrawing.WaitAsync(cancellation);
        try
        {
            return PictureReader.Read(path, content.Span);
        }
        finally
        {
            OneDrawing.Release();
        }
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <returns>What is stored now.</returns>
    private async Task<T> PutNewestAsync<T>(string key, T value, JsonTypeInfo<T> type, Func<T, HandInId?> handInOf, HandIn handIn, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var read = await store.Editorial.FindAsync(Keys.Editorial, key, type, cancellation);
            if (read is not null && handInOf(read.Value) is { } stored && handIn.Id.IsOlderThan(stored))
            {
                return read.Value;
            }

            if (await new Transaction(Keys.Editorial).Save(read, key, value, type).CommitAsync(store.Editorial, cancellation))
            {
                return value;
            }
        }

        throw new InvalidOperationException($"Somebody else changed {key} each time that it was to be written.");
    }
}
