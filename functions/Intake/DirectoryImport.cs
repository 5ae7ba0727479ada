using System.Collections.Immutable;
using Azure.Storage.Blobs;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// Takes in what is dropped into <c>directory</c>: the three files as they lie there, checked as a whole. What they would change is taken
/// at once where nobody has to see it first, and else waits for people (<see cref="DirectoryProposals"/>).
/// It is here and not in the room Directory because what was handed in, accepted or not, is Intake's to keep.
/// </summary>
internal sealed class DirectoryImport(
    Store store,
    DirectoryStore directory,
    DirectoryTaking taking,
    DirectoryProposals proposals,
    HandInSeal seal,
    HandInStore handIns,
    HandInSettlement settlement) : IDisposable
{
    /// <summary>
    /// The three files mostly come together, and reading them takes memory: one at a time, and whoever comes next finds it done.
    /// </summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The files that are known to be settled.</summary>
    private string? _settled;

    public void Dispose() => _turn.Dispose();

    /// <summary>
    /// Ends what whoever replaced the directory may have been cut off from: else what waits for it waits on, and what is declined later
    /// would bring back the files of before. One transaction where that is done; some fifteen the first time after a start, and four as
    /// long as other files lie there.
    /// </summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var sources = (await directory.VersionAsync(cancellationToken)).Value.Sources;
            if (sources is not null && sources != _settled
                && await DroppedDirectory.ReadAsync(store, cancellationToken) is var dropped && dropped.Sources == sources)
            {
                await taking.SettleAsync(dropped, cancellationToken);
                _settled = sources;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes a dropped file as it lies there now.</summary>
    /// <returns>Null where there is no such file any more.</returns>
    public async Task<HandIn?> TakeAsync(BlobClient file, CancellationToken cancellationToken)
    {
        using var blob = await file.OpenAsync(cancellationToken);
        if (blob is null)
        {
            return null;
        }

        var details = blob.Details;
        var by = details.ContentLength > HandInService.MostBytes
            ? null
            : seal.Read(details.Metadata, Containers.Directory, file.Name, (await blob.ReadAsync(cancellationToken)).Span);
        return await TakeAsync(
            new DroppedFile(Containers.Directory, file.Name, details.ETag.ToString(), details.LastModified, by), cancellationToken);
    }

    public async Task<HandIn> TakeAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        var handIn = file.ToHandIn();
        var (noted, outcome) = ((HandIn?)null, await CheckAsync(handIn, cancellationToken));
        if (outcome.State is not HandInState.Accepted)
        {
            // What it lacks may have come between the look and the note; from the note on, it is settled by what comes.
            await handIns.SaveAsync(outcome, cancellationToken);
            (noted, outcome) = (outcome, await CheckAsync(handIn, cancellationToken));
        }

        // Noted once that it waits for people: they may have agreed since, and that is not to be written over.
        if (outcome.State is HandInState.Proposed && noted is { State: HandInState.Proposed })
        {
            return outcome;
        }

        if (outcome.State is not HandInState.Rejected)
        {
            return await settlement.SettleAsync(outcome, original: null, cancellationToken);
        }

        await store.RecordAsync(LineOf(handIn, "directory-refused"), cancellationToken);
        var original = await Blob(file.Path).FindAsync(cancellationToken);
        await using var stream = original is null ? null : new BinaryData(original.Content).ToStream();
        return await settlement.SettleAsync(outcome, stream, cancellationToken);
    }

    private async Task<HandIn> CheckAsync(HandIn handIn, CancellationToken cancellationToken)
    {
        if (!DirectoryFiles.All.Contains(handIn.File, StringComparer.Ordinal))
        {
            return handIn.With([new(nameof(ProblemTexts.DirectoryFileUnknown), new(handIn.File), string.Join(", ", DirectoryFiles.All))]);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await OptimisticRetry.RunAsync(
                () => TryReplaceAsync(handIn, cancellationToken), "the directory");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <returns>Null where somebody else replaced the directory meanwhile.</returns>
    private async Task<HandIn?> TryReplaceAsync(HandIn handIn, CancellationToken cancellationToken)
    {
        // Read before the files, so that files read too early cannot replace a directory made of later ones.
        var version = await directory.VersionAsync(cancellationToken);
        var dropped = await DroppedDirectory.ReadAsync(store, cancellationToken);
        ImmutableArray<Problem> missing =
            [.. dropped.Missing.Select(file => new Problem(nameof(ProblemTexts.DirectoryNotThere), new(handIn.File), file))];
        if (!missing.IsEmpty)
        {
            return handIn.With(missing);
        }

        if (dropped.Sources != version.Value.Sources)
        {
            var read = dropped.Read();
            return read.IsValid
                ? await TakeOrAskAsync(handIn, new(version, dropped, read.Value), cancellationToken)
                : handIn.With(read.Problems);
        }

        // Whoever replaced it may have been cut off before this.
        await taking.SettleAsync(dropped, cancellationToken);
        return handIn;
    }

    private async Task<HandIn?> TakeOrAskAsync(HandIn handIn, DirectoryChange change, CancellationToken cancellationToken)
    {
        ImmutableArray<Problem> refusals = [.. DirectoryDuties.Refusals(change.Current, change.Wanted)];
        if (!refusals.IsEmpty)
        {
            return handIn.With(refusals);
        }

        if (!DirectoryDuties.IsTakenUnseen(change.Current, change.Difference, handIn.Person is not null))
        {
            await proposals.AskAsync(cancellationToken);
            return handIn.With([new(nameof(ProblemTexts.DirectoryProposed), new(handIn.File))]);
        }

        // Nobody is named: whoever a dropped file says it comes from may never have seen it.
        var what = DirectoryDuties.IsFounding(change.Current) ? "directory-founded" : "directory-replaced";
        return await taking.TakeAsync(change, LineOf(handIn, what), cancellationToken) ? handIn : null;
    }

    /// <summary>
    /// A line of the record; it bears the time of the file, so that the same file again is the same line. Storage tells that in whole
    /// seconds: what tells versions of files apart stands behind it, or of two in one second only the last would have a line.
    /// </summary>
    private static HistoryEntry LineOf(HandIn handIn, string what)
    {
        var withinSecond = Convert.ToInt64(handIn.Id.Value[^12..], fromBase: 16) % TimeSpan.TicksPerSecond;
        return new(
            DirectoryProposals.Subject, handIn.At.AddTicks(withinSecond), HistoryEntry.System, what, Detail: handIn.File);
    }

    private BlobClient Blob(string file) => store.Container(Containers.Directory).GetBlobClient(file);
}
