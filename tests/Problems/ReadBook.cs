using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Problems;
using MiniExcelLibs;

namespace Dissemination.Tests.Problems;

/// <summary>An Excel file of ours as another library reads it, its cells in the words of our CSV.</summary>
internal sealed record ReadBook(ImmutableArray<(string Name, ImmutableArray<ImmutableArray<string>> Rows)> Sheets)
{
    public static ReadBook Of(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        var names = content.GetSheetNames();
        return new([.. names.Select(name => (name, RowsOf(content, name)))]);
    }

    /// <summary>Cell by cell the same as a CSV file.</summary>
    /// <param name="sheet">Which one, the first is 0.</param>
    public void AssertSameAsCsv(int sheet, byte[] csv)
    {
        List<Problem> problems = [];
        var lines = CsvFile.ReadRows("a.csv", csv, problems).Select(row => row.Select(CsvCell.Read).ToList()).ToList();
        var rows = Sheets[sheet].Rows;
        Assert.Empty(problems);
        Assert.Equal(lines.Count, rows.Length);
        foreach (var (line, row) in lines.Zip(rows))
        {
            // A cell that holds midnight is read as a day alone: its format says that it has a time.
            Assert.Equal(
                line.Select(cell => cell.EndsWith(" 00:00", StringComparison.Ordinal) ? cell[..^6] : cell),
                row.Concat(Enumerable.Repeat("", Math.Max(0, line.Count - row.Length))).Select(cell => cell.Trim()));
        }
    }

    private static ImmutableArray<ImmutableArray<string>> RowsOf(MemoryStream content, string sheet)
    {
        content.Position = 0;
        return
        [
            .. content.Query(useHeaderRow: false, sheet, ExcelType.XLSX).Cast<IDictionary<string, object?>>()
                .Select(row => row.Values.Select(TextOf).ToImmutableArray()),
        ];
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        DateTime day when day.TimeOfDay == TimeSpan.Zero => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
