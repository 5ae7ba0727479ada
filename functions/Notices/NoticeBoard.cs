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
    public Task RaiseAsync(string kind, string subject, Problem problem, string? retry, CancellationToken cancellation) =>
        RaiseAsync(kind, subject, problem, retry, commune: null, cancellation);

    /// <param name="commune">The commune whose people read it too.</param>
    public async Task RaiseAsync(string kind, string subject, Problem problem, string? retry, string? commune, CancellationToken cancellation)
    {
        var (notice, id) = (new Notice(kind, subject, time.GetUtcNow(), problem, retry, commune), KeyOf(subject));
        var raised = new Transaction(Keys.Editorial).Put(Keys.Notice(kind, id), notice, NoticesJson.Default.Notice);
        if (commune is not null)
        {
            raised.Put(Keys.CommuneNotice(commune, kind, id), notice, NoticesJson.Default.Notice);
        }

        await raised.CommitAsync(store.Editorial, cancellation);
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

    /// <summary>The notices that a commune's people read. One transaction.</summary>
    public Task<Page<Notice>> OfCommuneAsync(string commune, string? continuation, CancellationToken cancellation) =>
        store.Editorial.PageAsync(TableReading.Prefix(Keys.Editorial, Keys.CommuneNotices(commune)), continuation, size: 100, NoticesJson.Default.Notice, cancellation);

    /// <summary>All notices of one kind.</summary>
    public IAsyncEnumerable<Notice> OfKindAsync(string kind, CancellationToken cancellation) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, Keys.NoticesOf(kind), NoticesJson.Default.Notice, cancellation).Select(row => row.Value);

    /// <summary>Takes a notice down, for its commune too. Two transactions.</summary>
    /// <returns>False where there is none.</returns>
    public async Task<bool> DismissAsync(string kind, string id, CancellationToken cancellation)
    {
        if (await store.Editorial.FindAsync(Keys.Editorial, Keys.Notice(kind, id), NoticesJson.Default.Notice, cancellation) is not { } read)
        {
            return false;
        }

        var dismissed = new Transaction(Keys.Editorial).Delete(read.RowKey);
        if (read.Value.Commune is { } commune)
        {
            dismissed.Delete(Keys.CommuneNotice(commune, kind, id));
        }

        return await dismissed.CommitAsync(store.Editorial, cancellation);
    }

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
            case QueueNames.ReviewerCalls:
                await store.ReviewerCalls.SendMessageAsync(retry, cancellation);
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
