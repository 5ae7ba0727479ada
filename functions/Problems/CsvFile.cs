using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;

namespace Dissemination.Problems;

/// <summary>A CSV file with a header: its rows as named values, each with the line on which it begins.</summary>
internal static class CsvFile
{
    /// <param name="other">What is wrong with a column that is neither required nor optional, or null where it is taken.</param>
    public static ImmutableArray<GroupField> Read(
        string file,
        ReadOnlySpan<byte> bytes,
        ImmutableArray<string> required,
        ImmutableArray<string> optional,
        Func<string, Place, Problem?> other,
        List<Problem> problems)
    {
        var text = TextFile.Read(file, bytes);
        problems.AddRange(text.Problems);
        if (!text.IsValid)
        {
            return [];
        }

        var rows = Rows(file, text.Value, problems);
        if (rows.Count == 0)
        {
            problems.Add(new(nameof(ProblemTexts.NoRows), new(file)));
            return [];
        }

        var header = rows[0].Cells;
        var place = new Place(file, rows[0].Line);
        if (header is [var only] && only.Contains(';', StringComparison.Ordinal))
        {
            // What a spreadsheet writes on a machine that is set to Vietnamese.
            problems.Add(new(nameof(ProblemTexts.CsvSeparator), place));
            return [];
        }

        ImmutableArray<string> missing = [.. required.Except(header, StringComparer.Ordinal)];
        problems.AddRange(missing.Select(name => new Problem(nameof(ProblemTexts.ColumnMissing), place with { Field = name }, name)));
        foreach (var column in header.GroupBy(name => name, StringComparer.Ordinal))
        {
            var at = place with { Field = column.Key };
            if (column.Skip(1).Any())
            {
                problems.Add(new(nameof(ProblemTexts.KeyTwice), at, column.Key));
            }

            if (!required.Concat(optional).Contains(column.Key, StringComparer.Ordinal) && other(column.Key, at) is { } problem)
            {
                problems.Add(problem);
            }
        }

        if (rows.Count == 1)
        {
            problems.Add(new(nameof(ProblemTexts.NoRows), new(file)));
        }

        return [.. rows.Skip(1).Select(row => Group(file, row, header, missing, problems)).OfType<GroupField>()];
    }

    private static GroupField? Group(string file, Row row, string[] header, ImmutableArray<string> missing, List<Problem> problems)
    {
        var place = new Place(file, row.Line);
        if (row.Cells.Length != header.Length)
        {
            problems.Add(new(nameof(ProblemTexts.RowLength), place, Text(header.Length), Text(row.Cells.Length)));
            return null;
        }

        // A column that stands twice was reported with the header.
        var members = header.Zip(row.Cells, (name, cell) => KeyValuePair.Create<string, Field>(name, new TextField(place with { Field = name }, cell)));
        return new(place, [.. members.DistinctBy(member => member.Key, StringComparer.Ordinal)]) { Reported = missing };
    }

    private static List<Row> Rows(string file, string text, List<Problem> problems)
    {
        var rows = new List<Row>();
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => problems.Add(new(nameof(ProblemTexts.CsvQuote), new(file, (int)record.LineNumber))),
        };
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text), options);
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index).Trim()).ToArray();
            if (cells.Any(cell => cell.Length > 0))
            {
                rows.Add(new((int)reader.LineNumber, cells));
            }
        }

        return rows;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(int Line, string[] Cells);
}
