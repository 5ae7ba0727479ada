using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Dissemination.Storage;

namespace Dissemination.Channels.Zalo;

/// <summary>Where the chains of tokens lie: a blob an account in the program's own container, and a lease on it as the lock.</summary>
internal sealed class ZaloChains(Store store)
{
    /// <summary>For how long the lock is held at most; the longest that a refresh can take is well below.</summary>
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(30);

    public async Task<ZaloTokenChain?> FindAsync(ZaloAccount account, CancellationToken cancellationToken) =>
        await Blob(account).FindAsync(cancellationToken) is { } found
            ? JsonSerializer.Deserialize(found.Content.Span, ZaloTokenJson.Default.ZaloTokenChain)
            : null;

    /// <summary>Takes the lock, and puts the beginning of a chain there if there is none: what is not there cannot be locked.</summary>
    /// <returns>Null where somebody else holds it.</returns>
    public async Task<BlobLeaseClient?> LockAsync(ZaloAccount account, CancellationToken cancellationToken)
    {
        var lease = Blob(account).GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(Lock, cancellationToken: cancellationToken);
            return lease;
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status409Conflict)
        {
            return null;
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            await PutAsync(
                account, ZaloTokenChain.Begin(account.FirstToken), new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
            return await LockAsync(account, cancellationToken);
        }
    }

    /// <summary>Writes under a lock.</summary>
    /// <returns>False where the lock was lost meanwhile.</returns>
    public Task<bool> PutAsync(ZaloAccount account, ZaloTokenChain chain, BlobLeaseClient held, CancellationToken cancellationToken) =>
        PutAsync(account, chain, new BlobRequestConditions { LeaseId = held.LeaseId }, cancellationToken);

    private async Task<bool> PutAsync(
        ZaloAccount account, ZaloTokenChain chain, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobUploadOptions
            {
                HttpHeaders = new() { ContentType = "application/json; charset=utf-8" },
                Conditions = conditions,
            };
            await Blob(account)
                .UploadAsync(new BinaryData(ReadableJson.Write(chain, ZaloTokenJson.Default.ZaloTokenChain)), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    private BlobClient Blob(ZaloAccount account) => store.Container(Containers.State).GetBlobClient($"zalo/{account.Name}.json");
}
