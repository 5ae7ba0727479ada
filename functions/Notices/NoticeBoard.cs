using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Notices;

/// <summary>The list of what people should look at and may try again. Nothing that the program gave up on disappears.</summary>
internal sealed class NoticeBoard(Store store, TimeProvider time)
{
    private const string BlobKind = "file";

    /// <summary>Puts up a notice; the same kind and subject again renews it.</summary>
    public async Task RaiseAsync(string kind, string subject, Problem problem, string? retry, CancellationToken cancellation)
    {
        var notice = new Notice(kind, subject, time.GetUtcNow(), problem, retry);
        await new Transaction(Keys.Editorial)
            .Put(Keys.Notice(kind, KeyOf(subject)), notice, NoticesJson.Default.Notice)
            .CommitAsync(store.Editorial, cancellation);
    }

    /// <summary>A message of a queue that the host gave up on.</summary>
    public Task KeepMessageAsync(string queue, string message, CancellationToken cancellation) =>
        RaiseAsync(queue, message, new(nameof(ProblemTexts.MessageNotHandled), null, queue), message, cancellation);

    /// <summary>A file that the host gave up on.</summary>
    public Task KeepBlobAsync(string message, CancellationToken cancellation)
    {
        var blob = JsonSerializer.Deserialize(message, NoticesJson.Default.UnhandledBlob)
            ?? throw new InvalidDataException("The message names no blob.");
        var path = $"{blob.ContainerName}/{blob.BlobName}";
        return RaiseAsync(BlobKind, path, new(nameof(ProblemTexts.FileNotHandled), null, path), path, cancellation);
    }

    public Task<Page<Notice>> PageAsync(string? continuation, CancellationToken cancellation) =>
        store.Editorial.PageAsync(TableReading.Prefix(Keys.Editorial, Keys.NoticePrefix), continuation, size: 100, NoticesJson.Default.Notice, cancellation);

    /// <summary>Takes a notice down.</summary>
    /// <returns>False where there is none.</returns>
    public async Task<bool> DismissAsync(string kind, string id, CancellationToken cancellation) =>
        await new Transaction(Keys.Editorial).Delete(Keys.Notice(kind, id)).CommitAsync(store.Editorial, cancellation);

    /// <summary>Puts the message back, then takes the notice down: a crash between leaves the notice, and handling twice changes nothing.</summary>
    public async Task<Result<Notice>> RetryAsync(string kind, string id, CancellationToken cancellation)
    {
        var notice = await store.Editorial.FindAsync(Keys.Editorial, Keys.Notice(kind, id), NoticesJson.Default.Notice, cancellation);
        if (notice is not { Value.Retry: { } retry })
        {
            return new Problem(nameof(ProblemTexts.NoticeNotFound));
        }

        switch (kind)
        {
            case BlobKind:
                await TouchAsync(retry, cancellation);
                break;
            case QueueNames.FanOuts:
                await store.FanOuts.SendMessageAsync(retry, cancellation);
                break;
            case QueueNames.Lanes:
                await store.Lanes.SendMessageAsync(retry, cancellation);
                break;
            case QueueNames.TranslationWanted:
                await store.TranslationWanted.SendMessageAsync(retry, cancellation);
                break;
            default:
                return new Problem(nameof(ProblemTexts.NoticeNotFound));
        }

        await DismissAsync(kind, id, cancellation);
        return notice.Value;
    }

    /// <summary>The part of a notice's address that stands for its subject.</summary>
    public static string KeyOf(string subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, 8));

    // A new version of the same bytes wakes the trigger again.
    private async Task TouchAsync(string path, CancellationToken cancellation)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var blob = store.Container(path[..slash]).GetBlobClient(path[(slash + 1)..]);
        var properties = await blob.GetPropertiesAsync(cancellationToken: cancellation);
        await blob.SetMetadataAsync(properties.Value.Metadata, new BlobRequestConditions { IfMatch = properties.Value.ETag }, cancellation);
    }
}
