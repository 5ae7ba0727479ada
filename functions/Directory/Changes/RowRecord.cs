using Dissemination.Storage;

namespace Dissemination.Directory.Changes;

/// <summary>Who changed what of a row, and when: a line of the record under the row's own subject.</summary>
internal sealed class RowRecord(Store store)
{
    /// <summary>The field under which a line names who said yes first, where a second person had to.</summary>
    public const string ProposedBy = "proposedBy";

    /// <summary>By which somebody signs in or is written to: that it changed is told, and not what it is.</summary>
    private static readonly string[] Private = ["telegram", "subject", "email"];

    /// <summary>One transaction for fifty rows.</summary>
    /// <param name="origin">The line of the record that the change as a whole has.</param>
    /// <param name="proposedBy">Who said yes first; null where one person's was enough.</param>
    public async Task WriteAsync(
        DirectoryDifference difference, HistoryEntry origin, PersonId? proposedBy, CancellationToken cancellationToken)
    {
        foreach (var rows in difference.Rows.Chunk(Transaction.Limit / 2))
        {
            var transaction = new Transaction(Keys.Editorial);
            foreach (var row in rows)
            {
                transaction.Record(LineOf(row, origin, proposedBy));
            }

            await transaction.CommitAsync(store.Editorial, cancellationToken);
        }
    }

    /// <summary>Something that was done with a row. One transaction.</summary>
    public Task NoteAsync(DirectoryTable table, string id, RowNote note, CancellationToken cancellationToken) =>
        store.RecordAsync(new(SubjectOf(table, id), note.At, note.By.Value, note.What), cancellationToken);

    /// <summary>A page of what became of a row, oldest first. One transaction.</summary>
    public Task<Page<HistoryEntry>> PageAsync(
        DirectoryTable table, string id, string? continuation, int size, CancellationToken cancellationToken) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, Keys.HistoryOf(SubjectOf(table, id))),
            continuation,
            size,
            StorageJson.Default.HistoryEntry,
            cancellationToken);

    /// <summary>The values of a line, as they were before and after.</summary>
    public static IEnumerable<FieldChange> FieldsOf(HistoryEntry line) =>
        from text in (line.Detail ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let parts = text.Split('\t')
        where parts.Length == 3
        select new FieldChange(parts[0], parts[1] is "" ? null : parts[1], parts[2] is "" ? null : parts[2]);

    /// <summary>The row that a line is about, by its subject; null where it is about something else.</summary>
    public static (DirectoryTable Table, string Id)? RowOf(string subject) =>
        subject.Split('_', 2) is ["directory", var row] && row.Split('.', 2) is [var name, var id]
            && EnumNames.Find<DirectoryTable>(name) is { } table
            ? (table, id)
            : null;

    /// <summary>No id of an item has such a sign, so that no item's record is among them.</summary>
    private static string SubjectOf(DirectoryTable table, string id) => $"directory_{EnumNames.Of(table)}.{id}";

    private static HistoryEntry LineOf(RowChange row, HistoryEntry origin, PersonId? proposedBy) => new(
        SubjectOf(row.Table, row.Id),
        origin.At,
        origin.Who,
        $"directory-row-{EnumNames.Of(row.Kind)}",
        Detail: string.Join(
            '\n',
            [
                .. row.Fields.Where(field => field.Field != "id").Select(TextOf),
                .. proposedBy is { } first ? [$"{ProposedBy}\t\t{first}"] : Array.Empty<string>(),
            ]));

    private static string TextOf(FieldChange change) =>
        Private.Contains(change.Field, StringComparer.Ordinal)
            ? $"{change.Field}\t{(change.From is null ? "" : "…")}\t{(change.To is null ? "" : "…")}"
            : $"{change.Field}\t{Value(change.From)}\t{Value(change.To)}";

    private static string Value(string? text) => text?.ReplaceLineEndings(" ").Replace('\t', ' ') ?? "";
}
