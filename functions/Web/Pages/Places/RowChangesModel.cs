using Dissemination.Directory;
using Dissemination.Directory.Changes;

namespace Dissemination.Web.Pages.Places;

/// <summary>Rows of the directory before and after. Public because the classes made from templates are.</summary>
public sealed class RowChangesModel
{
    internal RowChangesModel(IReadOnlyList<RowChange> rows, DirectorySnapshot directory) => (Rows, Directory) = (rows, directory);

    internal IReadOnlyList<RowChange> Rows { get; }

    internal DirectorySnapshot Directory { get; }

    internal string ValueOf(RowChange row, string column, string? value) =>
        DirectoryWords.ValueOf(row.Table, column, value, Directory);
}
