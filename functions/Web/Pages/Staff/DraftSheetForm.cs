using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Intake.Drafts;
using Dissemination.Problems;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The form of a sheet as it was sent. A cell that it does not hold stays as it was.</summary>
internal static class DraftSheetForm
{
    public static TypedSheet Of(IFormCollection form, DraftSheet stored) => new(
        stored with
        {
            Issuer = Line(form, "issuer", stored.Issuer),
            Resolution = Line(form, "resolution", stored.Resolution),
            Columns = [.. stored.Columns.Index().Select(column => column.Item with { Field = Field(form, column.Index, column.Item) })],
            Rows = [.. stored.Rows.Select((cells, row) => Cells(form, row, cells))],
        },
        [.. Enumerable.Range(0, stored.Rows.Length).Where(row => form.ContainsKey(Named("remove", row)))]);

    /// <summary>Whether a form was made of as many rows as are stored: those that go away, or come back, change how many there are.</summary>
    public static bool IsOf(IFormCollection form, DraftSheet stored) =>
        form["rows"].ToString() == stored.Rows.Length.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// What was typed, to be copied where it fits the stored rows no more: a line for each row, with tabs between its cells as a sheet
    /// takes them.
    /// </summary>
    public static string TextOf(IFormCollection form) => string.Join(
        '\n',
        form.Keys.Select(PlaceOf).OfType<(int Row, int Column)>()
            .Where(cell => !form.ContainsKey(Named("remove", cell.Row)))
            .GroupBy(cell => cell.Row)
            .OrderBy(row => row.Key)
            .Select(row => string.Join('\t', row.OrderBy(cell => cell.Column).Select(cell => Flat(form, cell)))));

    /// <summary>Whether a form was made of just these rows and changes none of them, in whatever order they stand; ids aside.</summary>
    public static bool Holds(
        IFormCollection form, ImmutableArray<DraftColumn> columns, IReadOnlyCollection<ImmutableArray<string>> rows)
    {
        if (form["rows"].ToString() != rows.Count.ToString(CultureInfo.InvariantCulture))
        {
            return false;
        }

        int[] shown =
        [
            .. columns.Index()
                .Where(column => column.Item.Field != "id" && form.ContainsKey(Named("cell", 0, column.Index)))
                .Select(column => column.Index),
        ];
        return Enumerable.Range(0, rows.Count)
            .Select(row => string.Join('\t', shown.Select(column => Cell(form[Named("cell", row, column)].ToString()))))
            .Order(StringComparer.Ordinal)
            .SequenceEqual(
                rows.Select(row => string.Join('\t', shown.Select(column => row[column]))).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static (int Row, int Column)? PlaceOf(string name) =>
        name.Split('.') is ["cell", var row, var column]
        && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var atRow)
        && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var atColumn)
            ? (atRow, atColumn)
            : null;

    private static string Flat(IFormCollection form, (int Row, int Column) cell) =>
        form[Named("cell", cell.Row, cell.Column)].ToString().ReplaceLineEndings(" ").Replace('\t', ' ').Trim();

    private static ImmutableArray<string> Cells(IFormCollection form, int row, ImmutableArray<string> cells) =>
        [.. cells.Index().Select(cell => form.TryGetValue(Named("cell", row, cell.Index), out var typed)
            ? Cell(typed.ToString())
            : cell.Item)];

    private static string Cell(string typed) => ComposedText.Of(typed).ReplaceLineEndings("\n").Trim();

    private static string Field(IFormCollection form, int column, DraftColumn stored) =>
        form.TryGetValue(Named("column", column), out var chosen)
        && (chosen.ToString() is "" || SheetHeads.Fields.Contains(chosen.ToString(), StringComparer.Ordinal))
            ? chosen.ToString()
            : stored.Field;

    private static string Line(IFormCollection form, string name, string stored) =>
        form.TryGetValue(name, out var typed) ? ComposedText.Of(typed.ToString()).ReplaceLineEndings(" ").Trim() : stored;

    private static string Named(string name, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{name}.{number}");
        }

        return name;
    }
}
