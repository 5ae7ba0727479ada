using System.Collections.Immutable;
using System.Security.Cryptography;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// One row of the directory, added, changed or taken out by a person, with the duties that files have. The file in the container is
/// written with it, sealed as the person's, so that files and forms never say two things.
/// </summary>
internal sealed class DirectoryEditing(
    Store store,
    DirectoryStore directory,
    HandInService handIns,
    DirectoryProposals proposals,
    ProposalNotes notes,
    TimeProvider time) : IDisposable
{
    /// <summary>Two people who write the same file at once would each leave the other's row out.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    public void Dispose() => _turn.Dispose();

    /// <summary>What would change; nothing is written. One transaction.</summary>
    public async Task<Parsed<EditedDirectory>> ReadAsync(RowEdit edit, CancellationToken cancellationToken)
    {
        var version = await directory.VersionAsync(cancellationToken);
        var wanted = edit.ApplyTo(version.Value.Snapshot);
        if (!wanted.IsValid)
        {
            return Parsed<EditedDirectory>.Bad(wanted.Problems);
        }

        ImmutableArray<Problem> refusals = [.. DirectoryDuties.Refusals(version.Value.Snapshot, wanted.Value)];
        var change = new DirectoryChange(version, Written(wanted.Value), wanted.Value);
        return !refusals.IsEmpty ? Parsed<EditedDirectory>.Bad(refusals)
            : change.Difference.IsEmpty ? Parsed<EditedDirectory>.Bad([new(nameof(ProblemTexts.DirectoryEditNothing))])
            : Parsed<EditedDirectory>.Of(new(edit, change));
    }

    /// <summary>
    /// Takes what a person has seen: at once, or as a proposal where a second person has to agree. What else lies in the container and
    /// waits for people goes on waiting.
    /// </summary>
    public async Task<Result<DirectoryStep>> TakeAsync(RowEdit edit, Person by, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var read = await ReadAsync(edit, cancellationToken);
            return read.IsValid ? await TakeAsync(read.Value, by, cancellationToken) : read.Problems[0];
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Result<DirectoryStep>> TakeAsync(EditedDirectory edited, Person by, CancellationToken cancellationToken)
    {
        var change = edited.Change;
        var step = DirectoryDuties.Confirm(change.Current, change.Difference, proposedBy: null, by);
        if (!step.IsDone)
        {
            await proposals.RefuseAsync(step.Problem, by, cancellationToken);
            return step;
        }

        var lying = await DroppedDirectory.ReadAsync(store, cancellationToken);
        var waiting = await proposals.FindAsync(cancellationToken);
        var beside = waiting is null ? Parsed<DirectorySnapshot>.Of(change.Wanted) : edited.Edit.ApplyTo(waiting.Wanted);
        if (waiting is not null && (!beside.IsValid || Touches(waiting, edited.Edit)))
        {
            return new Problem(nameof(ProblemTexts.DirectoryRowWaits), null, NameOf(edited));
        }

        // Of files that are the directory's only the one with the row is written; others that lie there were refused, and give way.
        var isAsTaken = waiting is not null || lying.Sources == change.Version.Value.Sources;
        ImmutableArray<DirectoryTable> tables = isAsTaken ? [edited.Edit.Table] : [.. Enum.GetValues<DirectoryTable>()];
        foreach (var table in tables)
        {
            if ((await PutAsync(table, beside.Value!, by, cancellationToken)).Problem is { } problem)
            {
                return problem;
            }
        }

        return (step.Value.IsTaken, waiting) switch
        {
            (false, _) => await ProposeAsync(isAlone: waiting is null, by, cancellationToken),
            (true, null) => await proposals.ConfirmAsync(
                change with { Dropped = await DroppedDirectory.ReadAsync(store, cancellationToken) }, by, cancellationToken),
            (true, { } other) => await TakeBesideAsync(change, other, by, cancellationToken),
        };
    }

    /// <summary>It waits for a second person. Whoever has seen all that waits has said the first yes to it.</summary>
    private async Task<Result<DirectoryStep>> ProposeAsync(bool isAlone, Person by, CancellationToken cancellationToken)
    {
        await proposals.AskAsync(cancellationToken);
        return isAlone && await proposals.FindAsync(cancellationToken) is { } alone
            ? await proposals.ConfirmAsync(alone, by, cancellationToken)
            : DirectoryStep.Proposed;
    }

    /// <summary>Something else waits: it waits on with what a first person said of it, for of its own rows nothing has changed.</summary>
    private async Task<Result<DirectoryStep>> TakeBesideAsync(
        DirectoryChange change, DirectoryChange other, Person by, CancellationToken cancellationToken)
    {
        var step = await proposals.ConfirmAsync(change, by, cancellationToken);
        if (step.IsDone && await proposals.FindAsync(cancellationToken) is { } rest)
        {
            await proposals.AskAsync(cancellationToken);
            if (other.Note is { } note)
            {
                await notes.TryAddAsync(note with { Subject = rest.Subject }, cancellationToken);
            }
        }

        return step;
    }

    private async Task<Result<HandedIn>> PutAsync(
        DirectoryTable table, DirectorySnapshot wanted, Person by, CancellationToken cancellationToken)
    {
        var file = DirectoryCsv.Write(table, DirectoryCsv.RowsOf(wanted, table));
        return await handIns.PutAsync(
            Containers.Directory, DirectoryCsv.FileOf(table), new MemoryStream(file), file.Length, by.Id, cancellationToken);
    }

    /// <summary>The directory as files that lie nowhere yet.</summary>
    private DroppedDirectory Written(DirectorySnapshot wanted) => new(
        Enum.GetValues<DirectoryTable>().ToImmutableSortedDictionary(
            DirectoryCsv.FileOf,
            table =>
            {
                var file = DirectoryCsv.Write(table, DirectoryCsv.RowsOf(wanted, table));
                return new FoundBlob(file, $"\"{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 12))}\"", time.GetUtcNow());
            },
            StringComparer.Ordinal));

    private static bool Touches(DirectoryChange waiting, RowEdit edit) =>
        waiting.Difference.Rows.Any(row => row.Table == edit.Table && row.Id == edit.Id);

    private static string NameOf(EditedDirectory edited) =>
        edited.Edit.Row?.Name ?? DirectoryCsv.Find(edited.Change.Current, edited.Edit.Table, edited.Edit.Id)?.Name ?? edited.Edit.Id;
}
