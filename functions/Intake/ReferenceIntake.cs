using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// What items refer to, on its way into storage: resolutions and pictures. The newest hand-in of a file stays, in whatever order they are
/// taken.
/// </summary>
internal sealed class ReferenceIntake(Store store, ReferenceStore references)
{
    public async Task<ImmutableDictionary<string, Resolution>> ResolutionsAsync(CancellationToken cancellationToken) =>
        (await references.ResolutionsAsync(cancellationToken).ToListAsync(cancellationToken))
            .ToImmutableDictionary(resolution => resolution.Id, StringComparer.Ordinal);

    public Task TakeAsync(HandIn handIn, Resolution resolution, CancellationToken cancellationToken) =>
        references.PutAsync(resolution, handIn.Id, cancellationToken);

    /// <summary>Keeps a picture as it will be published. Four transactions; two where the same bytes are there already.</summary>
    /// <returns>What changed by it, or why it is not taken.</returns>
    public async Task<Parsed<ChangedPicture>> TakePictureAsync(
        HandIn handIn, string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var original = Hash(content.Span);
        var there = await references.PictureAsync(path, cancellationToken);
        if (there?.Original == original)
        {
            return Parsed<ChangedPicture>.Of(
                new(await references.PutAsync(there, handIn.Id, cancellationToken), Before: null));
        }

        var read = await PictureReader.ReadAsync(path, content, cancellationToken);
        if (!read.IsValid)
        {
            return Parsed<ChangedPicture>.Bad(read.Problems);
        }

        var drawn = read.Value;
        var blob = Hash(drawn.Bytes.Span) + (drawn.ContentType == DrawnPicture.Png ? ".png" : ".jpg");
        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = drawn.ContentType } };
        await store.Container(Containers.Media).GetBlobClient(blob).UploadAsync(new BinaryData(drawn.Bytes), options, cancellationToken);
        var now = await references.PutAsync(
            new AcceptedPicture(path, blob, drawn.ContentType, drawn.Bytes.Length, handIn.Id, original), handIn.Id, cancellationToken);

        // Before pictures were drawn anew they bore the hash of the bytes that came: the same again are no other picture.
        var isSame = there is { Original: null } && there.Blob.StartsWith(original, StringComparison.Ordinal);
        return Parsed<ChangedPicture>.Of(new(now, isSame ? null : there));
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
