using Azure.Storage.Blobs;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// Takes in what is dropped into <c>content</c>. What a file says is stored first, then the next stage is told, then what became of the
/// file is noted: stopped anywhere and repeated, it loses nothing and doubles nothing.
/// </summary>
internal sealed class ContentIntake(
    Store store, FileIntake files, HandInStore handIns, RejectionStore rejections, ILogger<ContentIntake> logger)
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
        var person = HandIn.PersonOf(details.Metadata);
        if (details.ContentLength > HandInService.MostBytes)
        {
            var handIn = New(file.Name, details.ETag.ToString(), details.LastModified, person);
            return await SettleAsync(handIn.With([HandInService.TooLarge]), blob.Content, cancellationToken);
        }

        var content = await blob.ReadAsync(cancellationToken);
        return await TakeAsync(file.Name, content, details.ETag.ToString(), details.LastModified, person, cancellationToken);
    }

    public Task<HandIn> TakeAsync(
        string path,
        ReadOnlyMemory<byte> content,
        string etag,
        DateTimeOffset lastModified,
        string? person,
        CancellationToken cancellationToken) =>
        TakeAsync(New(path, etag, lastModified, person), content, cancellationToken);

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
        return await SettleAsync(outcome, original, cancellationToken);
    }

    /// <summary>Looks again at what waited for a file that is there now.</summary>
    public async Task RetakeAsync(string file, CancellationToken cancellationToken)
    {
        await foreach (var note in handIns.WaitingForAsync(file, cancellationToken))
        {
            var waiting = note.Value;
            var found = await store.Container(Containers.Content).GetBlobClient(waiting.File).FindAsync(cancellationToken);
            if (found is { } blob && HandInId.Of(Containers.Content, waiting.File, waiting.At, blob.ETag) == waiting.Id)
            {
                await TakeAsync(
                    New(waiting.File, blob.ETag, waiting.At, waiting.By) with { TraceParent = waiting.TraceParent },
                    blob.Content,
                    cancellationToken);
            }
            else
            {
                await handIns.SaveAsync(
                    waiting.With([new(nameof(Problems.ProblemTexts.FileReplaced), new(waiting.File))]), cancellationToken);
            }

            await handIns.ForgetWaitingAsync(note, cancellationToken);
        }
    }

    private static HandIn New(string path, string etag, DateTimeOffset lastModified, string? person) => new()
    {
        Id = HandInId.Of(Containers.Content, path, lastModified, etag),
        Container = Containers.Content,
        File = path,
        At = lastModified,
        State = HandInState.Accepted,
        By = person,
    };

    /// <summary>Keeps what was not accepted, and notes what became of the file.</summary>
    private async Task<HandIn> SettleAsync(HandIn outcome, Stream original, CancellationToken cancellationToken)
    {
        if (outcome.State is HandInState.Rejected)
        {
            await rejections.KeepAsync(outcome, original, cancellationToken);
        }

        await handIns.SaveAsync(outcome, cancellationToken);
        Log.Taken(logger, outcome);
        return outcome;
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
