using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// Who sends on a share of the lanes: one at a time, however many instances run. It is kept for as long as it is held, and lapses by itself
/// soon after its holder was killed. What nothing is sent twice rests on is each delivery's own row, not this: it makes senders keep the
/// lanes' limits.
/// </summary>
internal sealed class ShareLease : IAsyncDisposable
{
    /// <summary>How long it lasts when nobody renews it: the shortest that Azure Storage gives.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(5);

    private readonly BlobClient _blob;
    private readonly BlobLeaseClient _lease;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;

    private ShareLease(BlobClient blob, BlobLeaseClient lease, ShareState memory, TimeProvider time)
    {
        (_blob, _lease, Memory) = (blob, lease, memory);
        _renewing = RenewAsync(time);
    }

    /// <summary>What the last holder left.</summary>
    public ShareState Memory { get; }

    /// <summary>Takes the share. Two transactions.</summary>
    /// <returns>Null where somebody else has it.</returns>
    public static async Task<ShareLease?> TryTakeAsync(
        BlobContainerClient shares, string share, TimeProvider time, CancellationToken cancellationToken)
    {
        var blob = shares.GetBlobClient(share);
        var lease = blob.GetBlobLeaseClient();
        try
        {
            await AcquireAsync(blob, lease, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            return null;
        }

        var content = (await blob.DownloadContentAsync(cancellationToken)).Value.Content;
        var memory = content.ToMemory().IsEmpty ? null : JsonSerializer.Deserialize(content, SendingJson.Default.ShareState);
        return new(blob, lease, memory ?? ShareState.Nothing, time);
    }

    /// <summary>Leaves the memory to the next one and lets the share go. Two transactions.</summary>
    public async Task ReleaseAsync(ShareState memory, CancellationToken cancellationToken)
    {
        await EndRenewingAsync();
        try
        {
            var content = new BinaryData(ReadableJson.Write(memory, SendingJson.Default.ShareState));
            await _blob.UploadAsync(content, new BlobUploadOptions { Conditions = new() { LeaseId = _lease.LeaseId } }, cancellationToken);
            await _lease.ReleaseAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            // It lapsed, because this machine stood still for long: whoever has it now knows better.
        }
    }

    /// <summary>Without a release the share is free when the lease has lapsed.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndRenewingAsync();
        _ended.Dispose();
    }

    private static async Task AcquireAsync(BlobClient blob, BlobLeaseClient lease, CancellationToken cancellationToken)
    {
        try
        {
            await lease.AcquireAsync(Length, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            try
            {
                await blob.UploadAsync(
                    BinaryData.Empty, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellationToken);
            }
            catch (RequestFailedException there)
                when (there.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
            {
                // Somebody else made it at the same moment.
            }

            await lease.AcquireAsync(Length, cancellationToken: cancellationToken);
        }
    }

    private async Task EndRenewingAsync()
    {
        if (!_ended.IsCancellationRequested)
        {
            await _ended.CancelAsync();
        }

        await _renewing;
    }

    private async Task RenewAsync(TimeProvider time)
    {
        while (true)
        {
            await Task.Delay(RenewAfter, time, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_ended.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await _lease.RenewAsync(cancellationToken: CancellationToken.None);
            }
            catch (Exception e) when (e is RequestFailedException || StorageFailure.IsAway(e))
            {
                // Storage is away for a moment, or the lease lapsed; either shows when the share is let go.
            }
        }
    }
}
