using Azure.Storage.Blobs;
using Dissemination.Intake;
using Dissemination.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Dissemination.Triggers;

/// <summary>
/// A file was dropped. Only its name comes with the event; the room reads the blob as it lies there now. What waits for a file that came is
/// looked at again, and so is one whose event reached nobody.
/// </summary>
internal sealed class IntakeFunctions(
    ContentIntake content, DirectoryImport directory, WaitingHandIns waiting, UndeliveredEvents undelivered)
{
    [Function("HandInContent")]
    public Task HandInContentAsync(
        [BlobTrigger(
            Containers.Content + "/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient file, CancellationToken cancellationToken) =>
        content.TakeAsync(file, cancellationToken);

    [Function("HandInApproved")]
    public Task HandInApprovedAsync(
        [BlobTrigger(
            Containers.Approved + "/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient file, CancellationToken cancellationToken) =>
        content.TakeAsync(file, cancellationToken);

    [Function("HandInDirectory")]
    public Task HandInDirectoryAsync(
        [BlobTrigger(
            Containers.Directory + "/{name}",
            Source = BlobTriggerSource.EventGrid)] BlobClient file, CancellationToken cancellationToken) =>
        directory.TakeAsync(file, cancellationToken);

    [Function("RetakeWaiting")]
    public async Task RetakeWaitingAsync([TimerTrigger(Schedules.Reminder)] TimerInfo timer, CancellationToken cancellationToken)
    {
        // The last is the one that a single row could stop.
        await waiting.RetakeAsync(cancellationToken);
        await undelivered.TakeAsync(cancellationToken);
        await directory.SettleAsync(cancellationToken);
    }
}
