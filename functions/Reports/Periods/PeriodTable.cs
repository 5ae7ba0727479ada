using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Reports.Periods;

/// <summary>A table of a report, as its page shows it and its files hold it.</summary>
/// <param name="Name">What its file is called.</param>
/// <param name="Caption">What is seen in it.</param>
/// <param name="Rows">Figures, and words where there is none.</param>
internal sealed record PeriodTable(
    string Name, string Title, string Caption, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<object>> Rows)
{
    public ExcelTable ToSheet() => new(
        Title,
        [.. Columns.Select((column, at) => new ExcelColumn(column, at == 0 ? 44 : 16))],
        Rows.Select(row => (object?[])[.. row]));

    /// <summary>Whether a column is of the period before, or of what changed since.</summary>
    public static bool Compares(string column) =>
        column == Texts.PeriodChange || column == Texts.PeriodLast || column == Texts.PeriodLastDone
        || column == Texts.PeriodLastItems || column == Texts.PeriodLastPosts;

    /// <summary>A cell as people read it; a change says whether it goes up.</summary>
    public string Shown(object value, int column) => value switch
    {
        long number when number > 0 && Columns[column] == Texts.PeriodChange => $"+{LocalTime.Number(number)}",
        long number => LocalTime.Number(number),
        _ => value.ToString() ?? "",
    };
}
