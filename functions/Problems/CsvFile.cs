using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Dissemination.Problems;

/// <summary>A CSV file with a header: its rows as named values, each with the line on which it begins.</summary>
internal static class CsvFile
{
    /// <summary>The rows, each made as it is asked for: a file of a hundred thousand costs the memory of one. To be gone through once.</summary>
    /// <param name="other">What is wrong with a column that is neither required nor optional, or null where it is taken.</param>
    public static IEnumerable<GroupField> Read(
        string file,
        ReadOnlySpan<byte> bytes,
        ImmutableArray<string> required,
        ImmutableArray<string> optional,
        Func<string, Place, Problem?> other,
        List<Problem> problems)
    {
        var text = TextFile.Read(file, bytes);
        problems.AddRange(text.Problems);
        return text.IsValid ? Groups(file, text.Value, required, optional, other, problems) : [];
    }

    private static IEnumerable<GroupField> Groups(
        string file,
        string text,
        ImmutableArray<string> required,
        ImmutableArray<string> optional,
        Func<string, Place, Problem?> other,
        List<Problem> problems)
    {
        using var rows = Rows(file, text, problems).GetEnumerator();
        if (!rows.MoveNext())
        {
            problems.Add(new(nameof(ProblemTexts.NoRows), new(file)));
            yield break;
        }

        var header = rows.Current.Cells;
        var place = new Place(file, rows.Current.Line);
        if (header is [var only] && only.Contains(';', StringComparison.Ordinal))
        {
            // What a spreadsheet writes on a machine that is set to Vietnamese.
            problems.Add(new(nameof(ProblemTexts.CsvSeparator), place));
            yield break;
        }

        ImmutableArray<string> missing = [.. required.Except(header, StringComparer.Ordinal)];
        problems.AddRange(missing.Select(name => new Problem(nameof(ProblemTexts.ColumnMissing), place with { Field = name }, name)));
        problems.AddRange(WrongColumns(header, place, [.. required, .. optional], other));
        if (!rows.MoveNext())
        {
            problems.Add(new(nameof(ProblemTexts.NoRows), new(file)));
            yield break;
        }

        // A column that stands twice was reported with the header.
        (string Name, int At)[] columns = [.. header.Select((name, at) => (name, at)).DistinctBy(column => column.name, StringComparer.Ordinal)];
        do
        {
            if (Group(file, rows.Current, columns, header.Length, missing, problems) is { } group)
            {
                yield return group;
            }
        }
        while (rows.MoveNext());
    }

    private static IEnumerable<Problem> WrongColumns(string[] header, Place place, ImmutableArray<string> known, Func<string, Place, Problem?> other)
    {
        foreach (var column in header.GroupBy(name => name, StringComparer.Ordinal))
        {
            var at = place with { Field = column.Key };
            if (column.Skip(1).Any())
            {
                yield return new(nameof(ProblemTexts.KeyTwice), at, column.Key);
            }

            if (!known.Contains(column.Key, StringComparer.Ordinal) && other(column.Key, at) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private static GroupField? Group(string file, Row row, (string Name, int At)[] columns, int length, ImmutableArray<string> missing, List<Problem> problems)
    {
        var place = new Place(file, row.Line);
        if (row.Cells.Length != length)
        {
            problems.Add(new(nameof(ProblemTexts.RowLength), place, Text(length), Text(row.Cells.Length)));
            return null;
        }

        return new(place, [.. columns.Select(Member)]) { Reported = missing };

        KeyValuePair<string, Field> Member((string Name, int At) column) => new(column.Name, new TextField(place with { Field = column.Name }, row.Cells[column.At]));
    }

    private static IEnumerable<Row> Rows(string file, string text, List<Problem> problems)
    {
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            OnMalformedRecord = record => problems.Add(new(nameof(ProblemTexts.CsvQuote), new(file, (int)record.LineNumber))),
        };
        using var input = new StringReader(text);
        using var reader = CsvReader.Create(input, options);
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index).Trim()).ToArray();
            if (cells.Any(cell => cell.Length > 0))
            {
                yield return new((int)reader.LineNumber, cells);
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(int Line, string[] Cells);
}
