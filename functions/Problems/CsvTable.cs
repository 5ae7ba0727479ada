using System.Globalization;
using CsvHelper;

namespace Dissemination.Problems;

/// <summary>
/// A table as CSV, with the very values that its Excel sheet has: UTF-8 with its mark, so that spreadsheets read Vietnamese right.
/// </summary>
internal static class CsvTable
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Write(ExcelTable table)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord([.. table.Columns.Select(column => column.Name)]);
            foreach (var row in table.Rows)
            {
                csv.WriteRecord([.. row.Select(TextOf)]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Figures as spreadsheets take them, whatever the reader's language.</summary>
    private static string TextOf(object? value) => value switch
    {
        null => "",
        DateOnly day => LocalTime.Text(day),
        DateTimeOffset instant => LocalTime.Text(instant),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        int or long or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => CsvCell.Write(value.ToString() ?? ""),
    };
}
