using System.Collections.Immutable;

namespace Dissemination.Problems;

/// <summary>A sheet of an Excel file that is written here: a row of heads, and rows of values (see <see cref="ExcelCell"/>).</summary>
/// <param name="Name">What the sheet is called; <see cref="ExcelSheetNames"/> makes a name of it that Excel takes.</param>
internal sealed record ExcelTable(string Name, ImmutableArray<ExcelColumn> Columns, IEnumerable<object?[]> Rows);
