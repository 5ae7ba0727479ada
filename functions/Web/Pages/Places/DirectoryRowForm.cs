using System.Collections.Immutable;
using Dissemination.Directory.Changes;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Places;

/// <summary>The form of a row as it was sent.</summary>
/// <param name="Cells">By the names of the columns; several that were chosen in one, as the file has them.</param>
/// <param name="Seen">The version of the row that the form was made of; null where one is added.</param>
/// <param name="HasSeen">Whether it was sent by the page that showed what it changes.</param>
/// <param name="Agrees">Whether the person agrees to what it leaves behind.</param>
internal sealed record DirectoryRowForm(ImmutableDictionary<string, string> Cells, string? Seen, bool HasSeen, bool Agrees)
{
    private const char Separator = ';';

    public static async ValueTask<DirectoryRowForm> BindAsync(HttpContext context)
    {
        var form = await OwnForm.ReadAsync(context);
        return new(
            form.Where(field => field.Key is not ("__RequestVerificationToken" or "seen" or "confirm" or "agrees"))
                .ToImmutableDictionary(field => field.Key, field => string.Join(Separator, field.Value.ToArray()), StringComparer.Ordinal),
            form["seen"].ToString() is { Length: > 0 } seen ? seen : null,
            form["confirm"] == "1",
            form["agrees"] == "1");
    }

    /// <param name="was">The row that is changed; null where one is added. Its id stays.</param>
    public RowEdit EditOf(DirectoryTable table, DirectoryRow? was) => new(
        table,
        was?.Id,
        Seen,
        was is null ? Cells : Cells.SetItems(was.Cells.Where(cell => IsKept(table, cell.Key))));

    public RowEdit RemovalOf(DirectoryTable table, string id) => new(table, id, Seen, Cells: null);

    private static bool IsKept(DirectoryTable table, string column) =>
        column is "id" || (column is "commune" && table is DirectoryTable.Destinations);
}
