using Dissemination.Directory;
using Dissemination.Directory.Changes;

namespace Dissemination.Web.Pages.Places;

/// <summary>Rows of the directory before and after. Public because the classes made from templates are.</summary>
public sealed class RowChangesModel
{
    private const int MostOpen = 10;

    internal RowChangesModel(IReadOnlyList<RowChange> rows, DirectorySnapshot directory) => (Rows, Directory) = (rows, directory);

    internal IReadOnlyList<RowChange> Rows { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>Whether there are so few that they are read without opening anything; a whole table is folded.</summary>
    internal static bool AreOpen(IEnumerable<RowChange> rows) => rows.Take(MostOpen + 1).Count() <= MostOpen;

    /// <summary>The commune of a place that is changed; null where the fields tell it, or there is none.</summary>
    internal string? WhereOf(RowChange row) => row is { Table: DirectoryTable.Destinations, Kind: RowChangeKind.Changed }
        ? DirectoryWords.ValueOf(row.Table, "commune", row.Id.Split('.')[0], Directory)
        : null;

    internal string ValueOf(RowChange row, string column, string? value) =>
        DirectoryWords.ValueOf(row.Table, column, value, Directory);
}
