using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>
/// Photographs that show that a hand task was done, each in the folder of its task and named by its bytes. What is kept was drawn by this
/// program: without place, device or anything else that a camera wrote into it.
/// </summary>
internal sealed class TaskPhotographs(Store store)
{
    private BlobContainerClient Container => store.Container(Containers.Photographs);

    /// <summary>Draws what somebody sent, or says why it is no photograph that is taken.</summary>
    /// <param name="file">Its name there.</param>
    public static Task<Parsed<DrawnPicture>> DrawAsync(
        string file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        PictureReader.ReadAsync(file, bytes, cancellationToken, Limits.PhotographSide);

    /// <summary>Keeps one. The same again is the same file. One transaction.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> KeepAsync(DeliveryId task, DrawnPicture picture, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(picture.Bytes.Span).AsSpan(0, 16));
        var name = $"{task}/{hash}.{(picture.ContentType == DrawnPicture.Png ? "png" : "jpg")}";
        await Container.GetBlobClient(name).UploadAsync(
            new BinaryData(picture.Bytes),
            new BlobUploadOptions { HttpHeaders = new() { ContentType = picture.ContentType } },
            cancellationToken);
        return name;
    }

    /// <summary>A whole file with its type; null where it is kept no more. One transaction.</summary>
    public async Task<(ReadOnlyMemory<byte> Bytes, string Type)?> FindAsync(string name, CancellationToken cancellationToken) =>
        await Container.GetBlobClient(name).FindAsync(cancellationToken) is { } found
            ? (found.Content, name.EndsWith(".png", StringComparison.Ordinal) ? DrawnPicture.Png : DrawnPicture.Jpeg)
            : null;

    /// <summary>Whether it is still kept. One transaction.</summary>
    public async Task<bool> IsThereAsync(string name, CancellationToken cancellationToken) =>
        await Container.GetBlobClient(name).FindPropertiesAsync(cancellationToken) is not null;

    /// <summary>Forgets one that shows nothing any more. One transaction.</summary>
    public Task DropAsync(string name, CancellationToken cancellationToken) =>
        Container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);
}
