using Azure.Storage.Blobs;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// Takes in what is dropped into <c>content</c> and <c>approved</c>. What a file says is stored first, then the next stage is told, then
/// what became of the file is noted: stopped anywhere and repeated, it loses nothing and doubles nothing.
/// </summary>
internal sealed class ContentIntake(
    Store store,
    FileIntake files,
    HandInSeal seal,
    HandInStore handIns,
    HandInSettlement settlement,
    AlertStore alerts,
    ILogger<ContentIntake> logger)
{
    /// <summary>Takes a dropped file as it lies there now. Where it is gone or replaced, what replaced it comes by itself.</summary>
    /// <returns>Null where there is no such file any more.</returns>
    public async Task<HandIn?> TakeAsync(BlobClient file, CancellationToken cancellationToken)
    {
        using var blob = await file.OpenAsync(cancellationToken);
        if (blob is null)
        {
            return null;
        }

        var details = blob.Details;
        var dropped = new DroppedFile(file.BlobContainerName, file.Name, details.ETag.ToString(), details.LastModified, By: null);
        if (details.ContentLength > HandInService.MostBytes)
        {
            return await settlement.SettleAsync(dropped.ToHandIn().With([HandInService.TooLarge]), blob.Content, cancellationToken);
        }

        var content = await blob.ReadAsync(cancellationToken);
        var by = seal.Read(details.Metadata, dropped.Container, dropped.Path, content.Span);
        return await TakeAsync(dropped with { By = by }, content, cancellationToken);
    }

    public Task<HandIn> TakeAsync(DroppedFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        TakeAsync(file.ToHandIn(), content, cancellationToken);

    private async Task<HandIn> TakeAsync(HandIn handIn, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var span = Tracing.Continue("intake", handIn.TraceParent);
        handIn = handIn with { TraceParent = Tracing.Current ?? handIn.TraceParent };
        var outcome = await CheckAsync(handIn, content, cancellationToken);
        if (outcome.State is HandInState.Waiting)
        {
            // What it waits for may have come between the look and the note; from the note on, it is found by what comes.
            await handIns.SaveAsync(outcome, cancellationToken);
            outcome = await CheckAsync(handIn, content, cancellationToken);
        }

        span?.SetTag("hand-in", outcome.Id.Value).SetTag("count", outcome.Items.Length).SetTag("outcome", EnumNames.Of(outcome.State));
        await using var original = new BinaryData(content).ToStream();
        return await settlement.SettleAsync(outcome, original, cancellationToken);
    }

    /// <summary>
    /// Takes a file that lies there, where nobody has decided about its version yet: what was accepted would be judged by who may approve
    /// today, and the refusal of what was refused recorded once more.
    /// </summary>
    public async Task TakeUnseenAsync(BlobClient file, CancellationToken cancellationToken)
    {
        if (await file.FindPropertiesAsync(cancellationToken) is { } there
            && HandInId.Of(file.BlobContainerName, file.Name, there.LastModified, there.ETag.ToString()) is var id
            && await handIns.FindAsync(id, cancellationToken) is null or { State: HandInState.Waiting })
        {
            await TakeAsync(file, cancellationToken);
        }
    }

    /// <summary>Looks again at what waited for a file that is there now. What fails is told, waits on, and keeps nothing behind it.</summary>
    public async Task RetakeAsync(string file, CancellationToken cancellationToken)
    {
        await foreach (var note in handIns.WaitingForAsync(file, cancellationToken))
        {
            try
            {
                await RetakeAsync(note, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && !StorageFailure.IsAway(e))
            {
                Log.NotRetaken(logger, e, note.Value.Container, note.Value.File);
                await alerts.RaiseFileAsync($"{note.Value.Container}/{note.Value.File}", cancellationToken);
            }
        }
    }

    private async Task RetakeAsync(Row<HandIn> note, CancellationToken cancellationToken)
    {
        // Where it waits no more it was taken, or whoever replaced it by page or API has refused it already.
        var waiting = note.Value;
        if (await handIns.FindAsync(waiting.Id, cancellationToken) is null or { State: HandInState.Waiting })
        {
            var blob = store.Container(waiting.Container).GetBlobClient(waiting.File);
            var found = await blob.FindAsync(cancellationToken);
            if (found is not null && HandInId.Of(waiting.Container, waiting.File, waiting.At, found.ETag) == waiting.Id)
            {
                var again = new DroppedFile(waiting.Container, waiting.File, found.ETag, waiting.At, By: null).ToHandIn();
                await TakeAsync(
                    again with { By = waiting.By, MayApprove = waiting.MayApprove, TraceParent = waiting.TraceParent },
                    found.Content,
                    cancellationToken);
            }
            else
            {
                // Of what a back-up brought nobody may have told.
                await TakeUnseenAsync(blob, cancellationToken);
                await handIns.SaveAsync(
                    waiting.With([new(nameof(Problems.ProblemTexts.FileReplaced), new(waiting.File))]), cancellationToken);
            }
        }

        await handIns.ForgetWaitingAsync(note, cancellationToken);
    }

    private async Task<HandIn> CheckAsync(HandIn handIn, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = HandedInFile.Normal(handIn.File);
        var refused = HandedInFile.Check(path);
        if (!refused.IsEmpty)
        {
            return handIn.With(refused);
        }

        var taken = await files.TakeAsync(handIn, path, content, cancellationToken);
        if (taken.State is HandInState.Accepted && HandedInFile.KindOf(path) is FileKind.Resolution or FileKind.Picture)
        {
            await RetakeAsync(path, cancellationToken);
        }

        return taken;
    }
}
