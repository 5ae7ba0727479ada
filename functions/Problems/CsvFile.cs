using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Dissemination.Problems;

/// <summary>
/// A CSV file with a header: its rows as named values, each with the line on which it begins. What a spreadsheet does to a file on its way
/// is taken: another separator, a line that names it, empty columns behind the last one, column names in other letters.
/// </summary>
internal static partial class CsvFile
{
    /// <summary>What a spreadsheet puts between cells, by the language and the format that it is set to.</summary>
    private static readonly ImmutableArray<char> Separators = [',', ';', '\t', '|'];

    /// <summary>
    /// The rows, each made as it is asked for: a file of a hundred thousand costs the memory of one. To be gone through once.
    /// </summary>
    public static IEnumerable<GroupField> Read(string file, ReadOnlySpan<byte> bytes, CsvColumns columns, List<Problem> problems)
    {
        var text = TextFile.Read(file, bytes);
        problems.AddRange(text.Problems);
        return text.IsValid ? Groups(file, text.Value, columns, problems) : [];
    }

    /// <summary>The cells of each row that has any, without looking at the names of columns.</summary>
    public static IEnumerable<string[]> ReadRows(string file, ReadOnlySpan<byte> bytes, List<Problem> problems)
    {
        var text = TextFile.Read(file, bytes);
        problems.AddRange(text.Problems);
        return text.IsValid ? Rows(file, text.Value, problems).Select(row => row.Cells) : [];
    }

    private static IEnumerable<GroupField> Groups(string file, string text, CsvColumns columns, List<Problem> problems)
    {
        using var rows = Rows(file, text, problems).GetEnumerator();
        if (!rows.MoveNext())
        {
            problems.Add(new(nameof(ProblemTexts.NoRows), new(file)));
            yield break;
        }

        var names = Names(rows.Current.Cells, columns);
        var place = new Place(file, rows.Current.Line);
        ImmutableArray<string> missing = [.. columns.Required.Except(names, StringComparer.Ordinal)];
        problems.AddRange(missing.Select(name => new Problem(nameof(ProblemTexts.ColumnMissing), place with { Field = name }, name)));
        problems.AddRange(WrongColumns(names, place, columns));
        if (!rows.MoveNext())
        {
            problems.Add(new(nameof(ProblemTexts.NoRows), new(file)));
            yield break;
        }

        // A column that stands twice was reported with the header.
        var header = new Header(
            [.. names.Select((name, at) => (name, at)).DistinctBy(column => column.name, StringComparer.Ordinal)],
            names.Length,
            missing,
            columns.AreGuarded);
        do
        {
            if (Group(file, rows.Current, header, problems) is { } group)
            {
                yield return group;
            }
        }
        while (rows.MoveNext());
    }

    /// <summary>The names of the columns as this program writes them, without the empty ones behind the last.</summary>
    private static string[] Names(string[] cells, CsvColumns columns) =>
        [.. cells[..(Array.FindLastIndex(cells, cell => cell.Length > 0) + 1)].Select(columns.NameOf)];

    private static IEnumerable<Problem> WrongColumns(string[] names, Place place, CsvColumns columns)
    {
        foreach (var column in names.GroupBy(name => name, StringComparer.Ordinal))
        {
            var at = place with { Field = column.Key };
            if (column.Skip(1).Any())
            {
                yield return new(nameof(ProblemTexts.KeyTwice), at, column.Key);
            }

            if (!columns.Known.Contains(column.Key, StringComparer.Ordinal) && columns.Other(column.Key, at) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private static GroupField? Group(string file, Row row, Header header, List<Problem> problems)
    {
        var place = new Place(file, row.Line);
        if (row.Cells.Length < header.Length || row.Cells.AsSpan(header.Length).ContainsAnyExcept(""))
        {
            problems.Add(new(nameof(ProblemTexts.RowLength), place, Text(header.Length), Text(row.Cells.Length)));
            return null;
        }

        return new(place, [.. header.Columns.Select(Member)]) { Reported = header.Missing };

        KeyValuePair<string, Field> Member((string Name, int At) column) =>
            new(column.Name, new TextField(place with { Field = column.Name }, Cell(row.Cells[column.At])));

        string Cell(string text) => header.AreGuarded ? CsvCell.Read(text) : text;
    }

    private static IEnumerable<Row> Rows(string file, string text, List<Problem> problems)
    {
        var (separator, content) = Separated(text);
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            OnMalformedRecord = record => problems.Add(new(nameof(ProblemTexts.CsvQuote), new(file, (int)record.LineNumber))),
        };
        using var input = new StringReader(content);
        using var reader = CsvReader.Create(input, options);
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(index => Invisible.Trim(reader.GetString(index))).ToArray();
            if (cells.Any(cell => cell.Length > 0))
            {
                yield return new((int)reader.LineNumber, cells);
            }
        }
    }

    /// <summary>
    /// What stands between the cells: what the first line says, else what stands there most in the line of the column names.
    /// </summary>
    /// <returns>The text with its lines where they were, and nothing in the one that names the separator.</returns>
    private static (char Separator, string Text) Separated(string text)
    {
        if (SeparatorLine.Match(text) is { Success: true } named)
        {
            return (named.Groups["separator"].Value[0], text[named.Length..]);
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                var header = line.ToString();
                return (Separators.MaxBy(separator => Unquoted(header, separator)), text);
            }
        }

        return (Separators[0], text);
    }

    private static int Unquoted(string line, char separator)
    {
        var (count, isQuoted) = (0, false);
        foreach (var character in line)
        {
            isQuoted ^= character == '"';
            count += character == separator && !isQuoted ? 1 : 0;
        }

        return count;
    }

    /// <summary>Its line end stays, so that lines are counted as the file has them.</summary>
    [GeneratedRegex(
        @"\A""?sep=(?<separator>[^""\n])""?[^\n\w]*(?=\n)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SeparatorLine { get; }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="Length">How many columns the file has.</param>
    /// <param name="Missing">The required columns that it lacks.</param>
    /// <param name="AreGuarded">As <see cref="CsvColumns.AreGuarded"/>.</param>
    private sealed record Header(
        ImmutableArray<(string Name, int At)> Columns, int Length, ImmutableArray<string> Missing, bool AreGuarded);

    private sealed record Row(int Line, string[] Cells);
}
