using Azure.Storage.Blobs.Models;

namespace Dissemination.Local.Host;

/// <summary>Which versions of blobs a function has been told of, kept between starts.</summary>
internal sealed class BlobReceipts(HostStorage storage, FunctionDefinition function)
{
    private readonly string _folder = $"blobreceipts/{storage.HostId}/{function.Id}/";
    private HashSet<string>? _known;

    public async Task<bool> HasAsync(string container, string blob, string etag, CancellationToken cancellationToken)
    {
        if (_known is null)
        {
            HashSet<string> known = new(StringComparer.Ordinal);
            await foreach (var receipt in storage.Notes.GetBlobsAsync(BlobTraits.None, BlobStates.None, _folder, cancellationToken))
            {
                known.Add(receipt.Name);
            }

            _known = known;
        }

        return _known.Contains(NameOf(container, blob, etag));
    }

    public async Task AddAsync(string container, string blob, string etag, CancellationToken cancellationToken)
    {
        var name = NameOf(container, blob, etag);
        await storage.Notes.GetBlobClient(name).UploadAsync(BinaryData.Empty, overwrite: true, cancellationToken);
        _known?.Add(name);
    }

    // The ETag stands before the blob's name, which may hold slashes.
    private string NameOf(string container, string blob, string etag) => $"{_folder}{etag}/{container}/{blob}";
}
