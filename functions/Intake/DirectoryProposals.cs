using Azure;
using Dissemination.Alerts;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// A change of the directory that waits for people: the files that lie in the container, against the directory as it is now. Only what a
/// first person said of it is stored, so a proposal is never older than what it is compared with.
/// </summary>
internal sealed class DirectoryProposals(
    Store store, DirectoryStore directory, ProposalNotes notes, DirectoryTaking taking, AlertStore alerts, TimeProvider time)
{
    /// <summary>The subject of its lines in the record.</summary>
    public const string Subject = "directory";

    /// <summary>The change that waits; null where none does. Four transactions, and one more where one waits.</summary>
    public async Task<DirectoryChange?> FindAsync(CancellationToken cancellationToken)
    {
        var version = await directory.VersionAsync(cancellationToken);
        var dropped = await DroppedDirectory.ReadAsync(store, cancellationToken);
        if (dropped.Missing.Any()
            || dropped.Sources == version.Value.Sources
            || dropped.Read() is not { IsValid: true, Value: { } wanted }
            || DirectoryDuties.Refusals(version.Value.Snapshot, wanted).Any())
        {
            return null;
        }

        var change = new DirectoryChange(version, dropped, wanted);
        return change.Difference.IsEmpty ? null : change with { Note = await notes.FindAsync(change.Subject, cancellationToken) };
    }

    /// <summary>The change as a person has seen it.</summary>
    /// <param name="seen">The version that the person names.</param>
    public async Task<Result<DirectoryChange>> FindAsync(ETag seen, CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is not { } change ? new Problem(nameof(ProblemTexts.DirectoryNothingProposed))
        : seen != ETag.All && seen != new ETag(change.ETag) ? new Problem(nameof(ProblemTexts.ChangedMeanwhile))
        : change;

    /// <summary>Says that a change waits, to whoever looks at the alerts.</summary>
    public Task AskAsync(CancellationToken cancellationToken) =>
        alerts.RaiseAsync(
            DirectoryTaking.AlertKind,
            DirectoryTaking.AlertKind,
            new(nameof(ProblemTexts.DirectoryProposed)),
            retry: null,
            cancellationToken);

    /// <summary>A person says yes.</summary>
    public async Task<Result<DirectoryStep>> ConfirmAsync(DirectoryChange change, Person by, CancellationToken cancellationToken)
    {
        var step = DirectoryDuties.Confirm(change.Current, change.Difference, change.Note?.ProposedBy, by);
        if (!step.IsDone)
        {
            await RefuseAsync(step.Problem, by, cancellationToken);
            return step;
        }

        await SeeToLineOfAsync(change.Note, cancellationToken);
        var note = step.Value.IsTaken ? null : new ProposalNote(change.Subject, by.Id, time.GetUtcNow());
        var isWritten = note is null
            ? await taking.TakeAsync(change, Line(by, "directory-replaced", change.Note?.ProposedBy.Value), cancellationToken)
            : await notes.TryAddAsync(note, cancellationToken);
        if (!isWritten)
        {
            return new Problem(nameof(ProblemTexts.ChangedMeanwhile));
        }

        await SeeToLineOfAsync(note, cancellationToken);
        return step;
    }

    /// <summary>A person says no: whoever may say yes to it may.</summary>
    public async Task<Result<DirectoryChange>> DeclineAsync(DirectoryChange change, Person by, CancellationToken cancellationToken)
    {
        if (DirectoryDuties.WhyNotDecline(by) is { } refused)
        {
            await RefuseAsync(refused, by, cancellationToken);
            return refused;
        }

        // Before it is done: nothing is done by nobody, whatever a crash cuts off.
        await SeeToLineOfAsync(change.Note, cancellationToken);
        await store.RecordAsync(Line(by, "directory-declined", change.Note?.ProposedBy.Value), cancellationToken);
        await taking.PutBackAsync(change.Dropped, new(nameof(ProblemTexts.DirectoryDeclined), null, by.Name), cancellationToken);
        return change;
    }

    /// <summary>Records that somebody wanted what is not done.</summary>
    public Task RefuseAsync(Problem problem, Person by, CancellationToken cancellationToken) =>
        store.RecordAsync(Line(by, "directory-refused", problem.Code), cancellationToken);

    /// <summary>
    /// That a first person said yes is recorded after it was noted; whoever comes next sees to that, too, lest a crash has lost it.
    /// </summary>
    private Task SeeToLineOfAsync(ProposalNote? note, CancellationToken cancellationToken) => store.RecordOnceAsync(
        note is null ? null : new(Subject, note.At, note.ProposedBy.Value, "directory-proposed"), cancellationToken);

    private HistoryEntry Line(Person by, string what, string? detail = null) =>
        new(Subject, time.GetUtcNow(), by.Id.Value, what, Detail: detail);
}
