using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Dissemination.Problems;
using Dissemination.Storage;
using RequestFailedException = Azure.RequestFailedException;

namespace Dissemination.Alerts;

/// <summary>The list of what people should look at and may try again. Nothing that the program gave up on disappears.</summary>
internal sealed class AlertStore(Store store, TimeProvider time)
{
    /// <summary>The kind of the alerts about files that could not be handled; their subject is the file with its folder.</summary>
    public const string FileKind = "file";

    /// <summary>What the record says that it was done to.</summary>
    private const string RecordSubject = "alerts";

    /// <summary>Puts up an alert; the same kind and subject again renews it.</summary>
    public Task RaiseAsync(string kind, string subject, Problem problem, string? retry, CancellationToken cancellationToken) =>
        RaiseAsync(kind, subject, problem, retry, commune: null, cancellationToken);

    /// <param name="commune">The commune whose people read it too.</param>
    public async Task RaiseAsync(
        string kind, string subject, Problem problem, string? retry, string? commune, CancellationToken cancellationToken)
    {
        var (alert, id) = (new Alert(kind, subject, time.GetUtcNow(), problem, retry, commune), KeyOf(subject));
        var raised = new Transaction(Keys.Editorial).Put(Keys.Alert(kind, id), alert, AlertsJson.Default.Alert);
        if (commune is not null)
        {
            raised.Put(Keys.CommuneAlert(commune, kind, id), alert, AlertsJson.Default.Alert);
        }

        await raised.CommitAsync(store.Editorial, cancellationToken);
    }

    /// <summary>A message of a queue that the host gave up on, whatever it says.</summary>
    public Task DeadLetterMessageAsync(string queue, string message, CancellationToken cancellationToken)
    {
        var text = QueueReading.Text(message);
        return RaiseAsync(queue, text, new(nameof(ProblemTexts.MessageNotHandled), null, queue), text, cancellationToken);
    }

    /// <summary>A file that the host gave up on.</summary>
    public Task DeadLetterBlobAsync(string message, CancellationToken cancellationToken)
    {
        if (BlobIn(QueueReading.Text(message)) is not { } blob)
        {
            // Nothing says what could be tried again.
            var problem = new Problem(nameof(ProblemTexts.MessageNotHandled), null, QueueNames.UnhandledBlobs);
            return RaiseAsync(QueueNames.UnhandledBlobs, message, problem, retry: null, cancellationToken);
        }

        return RaiseFileAsync($"{blob.ContainerName}/{blob.BlobName}", cancellationToken);
    }

    /// <summary>A file that could not be handled and can be tried again.</summary>
    /// <param name="path">With its container.</param>
    public Task RaiseFileAsync(string path, CancellationToken cancellationToken) =>
        RaiseAsync(FileKind, path, new(nameof(ProblemTexts.FileNotHandled), null, path), path, cancellationToken);

    /// <returns>Null where the message names none.</returns>
    private static UnhandledBlob? BlobIn(string message)
    {
        try
        {
            var blob = JsonSerializer.Deserialize(message, AlertsJson.Default.UnhandledBlob);
            return blob is { ContainerName.Length: > 0 } ? blob : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public Task<Page<Alert>> PageAsync(string? continuation, CancellationToken cancellationToken) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, Keys.AlertPrefix), continuation, size: 100, AlertsJson.Default.Alert, cancellationToken);

    /// <summary>The alerts that a commune's people read. One transaction.</summary>
    public Task<Page<Alert>> OfCommuneAsync(string commune, string? continuation, CancellationToken cancellationToken) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, Keys.CommuneAlerts(commune)),
            continuation,
            size: 100,
            AlertsJson.Default.Alert,
            cancellationToken);

    /// <summary>All alerts of one kind.</summary>
    public IAsyncEnumerable<Alert> OfKindAsync(string kind, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, Keys.AlertsOf(kind), AlertsJson.Default.Alert, cancellationToken)
            .Select(row => row.Value);

    /// <summary>Takes an alert down, for its commune too. Two transactions.</summary>
    /// <returns>False where there is none, or it was renewed that moment: what is new is still to be looked at.</returns>
    public Task<bool> DismissAsync(string kind, string id, CancellationToken cancellationToken) =>
        DismissAsync(kind, id, lineOf: null, cancellationToken);

    /// <summary>The same by a person, which is recorded with it.</summary>
    /// <param name="by">The person's id.</param>
    public Task<bool> DismissAsync(string kind, string id, string by, CancellationToken cancellationToken) =>
        DismissAsync(kind, id, alert => LineOf(alert, by, "alert-dismissed"), cancellationToken);

    private async Task<bool> DismissAsync(
        string kind, string id, Func<Alert, HistoryEntry>? lineOf, CancellationToken cancellationToken) =>
        await FindAsync(kind, id, cancellationToken) is { } read
            && await DismissAsync(read, id, lineOf?.Invoke(read.Value), cancellationToken);

    /// <returns>False where it was renewed since it was read, or is gone: nothing was done.</returns>
    private Task<bool> DismissAsync(Row<Alert> read, string id, HistoryEntry? line, CancellationToken cancellationToken)
    {
        var dismissed = new Transaction(Keys.Editorial).Delete(read);
        if (read.Value.Commune is { } commune)
        {
            dismissed.Delete(Keys.CommuneAlert(commune, read.Value.Kind, id));
        }

        if (line is not null)
        {
            dismissed.Record(line);
        }

        return dismissed.CommitAsync(store.Editorial, cancellationToken);
    }

    private Task<Row<Alert>?> FindAsync(string kind, string id, CancellationToken cancellationToken) =>
        store.Editorial.FindAsync(Keys.Editorial, Keys.Alert(kind, id), AlertsJson.Default.Alert, cancellationToken);

    /// <summary>
    /// Puts the message back, then takes the alert down: a crash between leaves the alert, and handling twice changes nothing. Where it
    /// failed again by then, the alert that tells so stays.
    /// </summary>
    /// <param name="by">Who wants it: the person's id.</param>
    public async Task<Result<Alert>> RetryAsync(string kind, string id, string by, CancellationToken cancellationToken)
    {
        var alert = await FindAsync(kind, id, cancellationToken);
        if (alert is not { Value.Retry: { } retry })
        {
            return new Problem(nameof(ProblemTexts.AlertNotFound));
        }

        switch (kind)
        {
            case FileKind:
                if (!await PutAgainAsync(retry, cancellationToken))
                {
                    return new Problem(nameof(ProblemTexts.AlertNotFound));
                }

                break;
            case QueueNames.Lanes:
                await store.Lanes.SendAgainAsync(retry, cancellationToken);
                break;
            case QueueNames.TranslationWanted:
                await store.TranslationWanted.SendAgainAsync(retry, cancellationToken);
                break;
            case QueueNames.ReviewerCalls:
                await store.ReviewerCalls.SendAgainAsync(retry, cancellationToken);
                break;
            default:
                return new Problem(nameof(ProblemTexts.AlertNotFound));
        }

        var line = LineOf(alert.Value, by, "alert-retried");
        if (!await DismissAsync(alert, id, line, cancellationToken))
        {
            await store.RecordAsync(line, cancellationToken);
        }

        return alert.Value;
    }

    private HistoryEntry LineOf(Alert alert, string by, string what) =>
        new(RecordSubject, time.GetUtcNow(), by, what, Detail: $"{alert.Kind}: {alert.Subject}");

    /// <summary>The part of an alert's address that stands for its subject.</summary>
    public static string KeyOf(string subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, 8));

    /// <summary>
    /// The same bytes written anew wake the trigger again, which new metadata alone do not (Event Grid tells of a blob that was put or
    /// copied); so does what somebody else has written meanwhile. Three transactions, and one more for each 8 MB.
    /// </summary>
    /// <returns>False where the file is gone.</returns>
    private async Task<bool> PutAgainAsync(string path, CancellationToken cancellationToken)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var blob = store.Container(path[..slash]).GetBlobClient(path[(slash + 1)..]);
        using var found = await blob.OpenAsync(cancellationToken);
        if (found is null)
        {
            return false;
        }

        var details = found.Details;
        try
        {
            // As it comes: it may be of any size.
            await blob.UploadAsync(
                found.Content,
                new BlobUploadOptions
                {
                    HttpHeaders = new() { ContentType = details.ContentType },
                    Metadata = details.Metadata,
                    Conditions = new() { IfMatch = details.ETag },
                },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is StatusCodes.Status404NotFound or StatusCodes.Status412PreconditionFailed)
        {
            return await blob.ExistsAsync(cancellationToken);
        }
    }
}
