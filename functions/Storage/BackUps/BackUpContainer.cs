using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Dissemination.Storage.BackUps;

/// <summary>Back-ups in a container, best of another storage account.</summary>
internal sealed class BackUpContainer(BlobContainerClient container) : IBackUpPlace
{
    public async Task<bool> HasAsync(string name, CancellationToken cancellationToken) =>
        await container.GetBlobClient(name).ExistsAsync(cancellationToken);

    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await container.GetBlobClient(name).FindAsync(cancellationToken))?.Content.ToArray();

    public Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        container.GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true, cancellationToken);

    public async Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellationToken) =>
        await container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{folder}/", cancellationToken)
            .Select(blob => blob.Name)
            .ToListAsync(cancellationToken);
}
