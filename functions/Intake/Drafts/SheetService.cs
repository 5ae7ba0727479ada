using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake.Drafts;

/// <summary>What people do with the rows of a sheet: correct them, and hand in those that are good; the rest stays.</summary>
internal sealed class SheetService(
    DraftStore drafts,
    DraftReferences references,
    ItemReader items,
    HandInService handIns,
    HandInStore outcomes,
    TimeProvider time)
{
    /// <summary>
    /// Brings back the rows of what intake refused, as they were given, with why; of what it took they are let go. No transaction where
    /// nothing is under way; else one for each file, and one more.
    /// </summary>
    public async Task<Row<Draft>> SettleAsync(Row<Draft> row, CancellationToken cancellationToken)
    {
        if (row.Value.Sheet is not { Sent: { IsEmpty: false } sent } sheet)
        {
            return row;
        }

        var (open, back, why) = (sent, ImmutableArray.CreateBuilder<ImmutableArray<string>>(), ImmutableArray.CreateBuilder<Problem>());
        foreach (var rows in sent)
        {
            var outcome = await outcomes.FindAsync(rows.HandIn, cancellationToken);
            if (outcome is { State: HandInState.Rejected })
            {
                back.AddRange(rows.Rows.Select(cells => Wide(cells, sheet.Columns.Length)));
                why.Add(new(nameof(ProblemTexts.SheetRowsBack), null, rows.Rows.Length.ToString(CultureInfo.InvariantCulture)));
                why.AddRange(outcome.Problems);
            }

            open = outcome is { State: HandInState.Rejected or HandInState.Accepted } ? open.Remove(rows) : open;
        }

        if (open.Length == sent.Length)
        {
            return row;
        }

        var draft = row.Value with
        {
            Sheet = sheet with { Rows = [.. back, .. sheet.Rows], Sent = open },
            Notes = [.. row.Value.Notes, .. why],
            Sent = back.Count > 0 ? null : row.Value.Sent,
        };
        return await drafts.SaveAsync(row, draft, cancellationToken)
            ?? await drafts.FindAsync(row.Value.Id, cancellationToken)
            ?? row;
    }

    /// <summary>Columns may have come since.</summary>
    private static ImmutableArray<string> Wide(ImmutableArray<string> cells, int columns) =>
        [.. cells, .. Enumerable.Repeat("", Math.Max(0, columns - cells.Length))];

    /// <summary>Saves corrected rows. Who read an older version is told, and writes over nothing.</summary>
    public async Task<Result<Row<Draft>>> SaveAsync(
        DraftId id, DraftSheet sheet, PersonId by, ETag version, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(id, version, cancellationToken);
        if (!read.IsDone)
        {
            return await OnceAsync(id, sheet, by, read, cancellationToken);
        }

        // How often something was handed in of it is not told by who writes.
        var before = read.Value.Value.Sheet!;
        var corrected = await references.WithIdsAsync(sheet, cancellationToken) with
        {
            Of = before.Of,
            Taken = before.Taken,
            Sent = before.Sent,
            Legacy = before.Legacy,
        };
        var now = time.GetUtcNow();
        var draft = read.Value.Value.Saved(by, now) with
        {
            Sheet = corrected,
            Changes = DraftChanges.After(read.Value.Value.Changes, (before, corrected), by, now),
        };
        return await drafts.SaveAsync(read.Value, draft, cancellationToken) is { } row
            ? row
            : await OnceAsync(id, sheet, by, Changed, cancellationToken);
    }

    /// <summary>
    /// The draft as it stands where the same person saved the same rows before: a button was pressed twice, or its answer was lost. Else
    /// what reading it came to.
    /// </summary>
    private async Task<Result<Row<Draft>>> OnceAsync(
        DraftId id, DraftSheet typed, PersonId by, Result<Row<Draft>> read, CancellationToken cancellationToken) =>
        read.Problem?.Code == nameof(ProblemTexts.ChangedMeanwhile)
        && await drafts.FindAsync(id, cancellationToken) is { Value.Sheet: { } stored } row && row.Value.SavedBy == by && stored.Says(typed)
            ? row
            : read;

    /// <summary>Puts the words that old fonts showed in their place.</summary>
    public async Task<Result<Row<Draft>>> ToUnicodeAsync(DraftId id, PersonId by, ETag version, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(id, version, cancellationToken);
        if (!read.IsDone || read.Value.Value.Sheet is not { Legacy.IsEmpty: false } sheet)
        {
            return read;
        }

        var known = await references.KnownAsync(cancellationToken);
        var converted = await references.WithIdsAsync(
            SheetBeginning.InUnicode(sheet, known.Resolutions.GetValueOrDefault(sheet.Resolution)), cancellationToken);
        var draft = read.Value.Value.Saved(by, time.GetUtcNow()) with { Sheet = converted };
        return await drafts.SaveAsync(read.Value, draft, cancellationToken) is { } row ? row : Changed;
    }

    /// <summary>
    /// What is wrong with the rows as they stand. One transaction for each thousand items between the first id and the last.
    /// </summary>
    public async Task<SheetFindings> CheckAsync(Draft draft, KnownReferences known, CancellationToken cancellationToken)
    {
        var found = SheetCheck.Check(draft, known);
        var taken = await TakenAsync(draft, known, cancellationToken);
        var rows = found.Rows.SelectMany(row => row.Select(problem => (Row: row.Key, Problem: problem))).Concat(taken);
        return found with { Rows = rows.ToLookup(row => row.Row, row => row.Problem) };
    }

    /// <summary>
    /// Hands in all rows without problems as one file; the others stay in the draft. Stopped anywhere and repeated, it is the same file.
    /// </summary>
    public async Task<Result<HandedIn>> TakeAsync(DraftId id, HandedInBy by, ETag version, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(id, version, cancellationToken);
        if (!read.IsDone)
        {
            return read.Problem;
        }

        var draft = read.Value.Value;
        var known = await references.KnownAsync(cancellationToken);
        var found = await CheckAsync(draft, known, cancellationToken);
        int[] good = [.. Enumerable.Range(0, draft.Sheet!.Rows.Length).Where(row => !found.Rows.Contains(row))];
        if (good.Length == 0 || !found.General.IsEmpty)
        {
            return found.General is [var general, ..] ? general with { Place = null } : new Problem(nameof(ProblemTexts.SheetNothingGood));
        }

        var file = DraftSheetFile.Of(draft, good, known);
        if (ItemSheetReader.Read(file.Path, file.Bytes.Span, known) is { IsValid: false } unsound)
        {
            // What stands in the way of reading one row would have all of them refused.
            return unsound.Problems[0] with { Place = null };
        }

        await using var body = new BinaryData(file.Bytes).ToStream();
        var put = await handIns.PutAsync(Containers.Content, file.Path, body, file.Bytes.Length, by, cancellationToken);
        if (put.IsDone)
        {
            await drafts.SaveAsync(read.Value, Without(draft, good, put.Value).Saved(by.Person, time.GetUtcNow()), cancellationToken);
        }

        return put;
    }

    private Draft Without(Draft draft, int[] good, HandedIn handedIn)
    {
        var sheet = draft.Sheet! with
        {
            Rows = [.. draft.Sheet.Rows.Where((_, row) => !good.Contains(row))],
            Taken = draft.Sheet.Taken + 1,
            Sent = draft.Sheet.Sent.Add(new(handedIn.Id, [.. good.Select(row => draft.Sheet.Rows[row])])),
        };
        return draft with { Sheet = sheet, Sent = sheet.Rows.IsEmpty ? new(handedIn.Id, time.GetUtcNow()) : null };
    }

    /// <summary>The rows whose ids are those of items that came with other files.</summary>
    private async Task<IEnumerable<(int Row, Problem Problem)>> TakenAsync(
        Draft draft, KnownReferences known, CancellationToken cancellationToken)
    {
        var at = draft.Sheet!.IndexOf("id");
        var ids = at < 0
            ? []
            : draft.Sheet.Rows.Index().Where(row => Slug.IsValid(row.Item[at])).Select(row => (row.Index, Id: row.Item[at])).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var own = DraftSheetFile.Of(draft, [], known).Path;
        var (first, last) = (ids.MinBy(row => row.Id, StringComparer.Ordinal).Id, ids.MaxBy(row => row.Id, StringComparer.Ordinal).Id);
        var others = await items.BetweenAsync(new(first), new(last), cancellationToken)
            .Where(row => row.Value.SourceFile != own)
            .Select(row => row.Value.Id.Value)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        return ids.Where(row => others.Contains(row.Id))
            .Select(row => (row.Index, new Problem(nameof(ProblemTexts.DraftIdTaken), new("", row.Index, "id"), row.Id)));
    }

    private async Task<Result<Row<Draft>>> ReadAsync(DraftId id, ETag version, CancellationToken cancellationToken) =>
        await drafts.FindAsync(id, cancellationToken) is not { Value.Sheet: not null } row ? DraftService.NotFound
        : version == ETag.All || row.ETag == version ? row
        : Changed;

    private static Problem Changed => new(nameof(ProblemTexts.ChangedMeanwhile));
}
