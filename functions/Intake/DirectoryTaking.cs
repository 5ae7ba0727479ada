using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Dissemination.Alerts;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>Makes the files in the container the directory, and what waited for that goes on.</summary>
internal sealed class DirectoryTaking(
    Store store,
    DirectoryStore directory,
    DirectoryFollowUp followUp,
    ContentIntake content,
    HandInStore handIns,
    RejectionStore rejections,
    AlertStore alerts)
{
    /// <summary>The kind, and the subject, of the alert that says that a change waits for a person.</summary>
    public const string AlertKind = "directory";

    /// <returns>False where somebody else replaced the directory since it was read.</returns>
    public async Task<bool> TakeAsync(DirectoryChange change, HistoryEntry origin, CancellationToken cancellationToken)
    {
        if (!await directory.ReplaceAsync(change.Version, change.Wanted, change.Dropped.Sources, origin, cancellationToken))
        {
            return false;
        }

        // What was begun is done to its end, though nobody waits for it any more.
        await followUp.RunAsync(change, origin, CancellationToken.None);
        await SettleAsync(change.Dropped, CancellationToken.None);
        return true;
    }

    /// <summary>The files are the directory: what came before and waited is part of it, and what else waited for it is looked at.</summary>
    public async Task SettleAsync(DroppedDirectory dropped, CancellationToken cancellationToken)
    {
        foreach (var (file, found) in dropped.Files)
        {
            await Copy(file).UploadAsync(new BinaryData(found.Content), overwrite: true, cancellationToken);
            if (await handIns.FindAsync(dropped.HandInOf(file), cancellationToken) is { State: not HandInState.Accepted } waiting)
            {
                await handIns.SaveAsync(waiting.With([]), cancellationToken);
            }
        }

        await alerts.DismissAsync(AlertKind, AlertStore.KeyOf(AlertKind), cancellationToken);
        await content.RetakeAsync(DirectoryFiles.Communes, cancellationToken);
        await content.RetakeAsync(DirectoryFiles.People, cancellationToken);
    }

    /// <summary>
    /// The files are not wanted: what was refused of them is kept with the reason, and the files that the directory was made of lie in the
    /// container again, so that the next one that comes is not read together with what was refused.
    /// </summary>
    public async Task PutBackAsync(DroppedDirectory dropped, Problem reason, CancellationToken cancellationToken)
    {
        foreach (var (file, found) in dropped.Files)
        {
            if (await handIns.FindAsync(dropped.HandInOf(file), cancellationToken) is { State: not HandInState.Accepted } waiting)
            {
                var refused = waiting.With([reason with { Place = new(file) }]);
                await rejections.KeepAsync(refused, new BinaryData(found.Content).ToStream(), cancellationToken);
                await handIns.SaveAsync(refused, cancellationToken);
            }

            if (await Copy(file).FindAsync(cancellationToken) is { } accepted && !accepted.Content.Span.SequenceEqual(found.Content.Span))
            {
                await store.Container(Containers.Directory).GetBlobClient(file).TryReplaceAsync(
                    accepted.Content, new ETag(found.ETag), new BlobHttpHeaders(), metadata: null, cancellationToken);
            }
        }

        await alerts.DismissAsync(AlertKind, AlertStore.KeyOf(AlertKind), cancellationToken);
    }

    /// <summary>The file as it was when the directory was last made of it.</summary>
    private BlobClient Copy(string file) => store.Container(Containers.State).GetBlobClient($"directory/{file}");
}
