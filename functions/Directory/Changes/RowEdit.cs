using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Directory.Changes;

/// <summary>What a person wants of one row of the directory.</summary>
/// <param name="Was">The id of the row; null where one is added.</param>
/// <param name="Seen">The version of the row as the person saw it; null where one is added.</param>
/// <param name="Cells">What it is to say, by the names of the columns; null where the row is to go.</param>
internal sealed record RowEdit(DirectoryTable Table, string? Was, string? Seen, ImmutableDictionary<string, string>? Cells)
{
    /// <summary>The id of the row afterwards, or before where it goes.</summary>
    public string Id => Was ?? (Table is DirectoryTable.Destinations ? $"{Cell("commune")}.{Cell("id")}" : Cell("id"));

    /// <summary>The row as it is wanted; null where it is to go.</summary>
    public DirectoryRow? Row => Cells is null
        ? null
        : new(Id, Cell("name"), DirectoryCsv.ColumnsOf(Table).ToImmutableDictionary(column => column, Cell, StringComparer.Ordinal));

    /// <summary>A line of a file has no line ends in it.</summary>
    private string Cell(string column) =>
        ComposedText.Of((Cells?.GetValueOrDefault(column) ?? "").ReplaceLineEndings(" ").Trim());

    /// <summary>
    /// The directory with this one row as it is wanted: a pure function. What is wrong is told as an import tells it, with the column.
    /// </summary>
    public Parsed<DirectorySnapshot> ApplyTo(DirectorySnapshot directory)
    {
        if (Was is null && Row is { IsEmpty: true })
        {
            return Parsed<DirectorySnapshot>.Bad(DirectoryCsv.NeededColumnsOf(Table).Select(Missing));
        }

        List<DirectoryRow> rows = [.. DirectoryCsv.RowsOf(directory, Table)];
        var at = rows.FindIndex(row => row.Id == Id);
        if (WhyNot(directory, at < 0 ? null : rows[at]) is { } refused)
        {
            return Parsed<DirectorySnapshot>.Bad([refused]);
        }

        at = at < 0 ? rows.Count : at;
        rows.RemoveRange(at, Was is null ? 0 : 1);
        if (Row is { } row)
        {
            rows.Insert(at, row);
        }

        var read = DirectoryReader.Read(
            Written(directory, DirectoryTable.Communes, rows),
            Written(directory, DirectoryTable.Destinations, rows),
            Written(directory, DirectoryTable.People, rows));
        return read.IsValid ? read : Parsed<DirectorySnapshot>.Bad(read.Problems.Select(problem => AtRow(problem, at)));
    }

    /// <summary>An empty line of a file is nothing; an empty form wants to be filled in.</summary>
    private Problem Missing(string column) =>
        new(nameof(ProblemTexts.RequiredKeyMissing), new(DirectoryCsv.FileOf(Table), Field: column), column);

    private Problem? WhyNot(DirectorySnapshot directory, DirectoryRow? row) =>
        (Was, row) switch
        {
            (null, { } other) => new(
                nameof(ProblemTexts.IdTwice),
                new(DirectoryCsv.FileOf(Table), Field: "id"),
                Table is DirectoryTable.Destinations ? Cell("id") : other.Id),
            ({ } was, null) => new(nameof(ProblemTexts.DirectoryRowGone), null, was),
            (not null, { } found) when found.Version != Seen => new(nameof(ProblemTexts.ChangedMeanwhile)),
            (not null, { } found) when Cells is null && Table is DirectoryTable.Communes => StillUsed(directory, found),
            _ => null,
        };

    /// <summary>A commune goes last: what belongs to it would belong to nobody.</summary>
    private static Problem? StillUsed(DirectorySnapshot directory, DirectoryRow commune)
    {
        CommuneId id = new(commune.Id);
        var destinations = directory.Destinations.Count(destination => destination.Id.Commune == id);
        var people = directory.People.Count(person => person.Commune == id);
        return destinations + people == 0
            ? null
            : new(
                nameof(ProblemTexts.DirectoryCommuneInUse),
                null,
                commune.Name,
                destinations.ToString(CultureInfo.InvariantCulture),
                people.ToString(CultureInfo.InvariantCulture));
    }

    private byte[] Written(DirectorySnapshot directory, DirectoryTable table, List<DirectoryRow> edited) =>
        DirectoryCsv.Write(table, table == Table ? edited : DirectoryCsv.RowsOf(directory, table));

    /// <summary>Of the row itself the column is enough; what its change breaks elsewhere keeps its place.</summary>
    private Problem AtRow(Problem problem, int at) =>
        problem.Place is { Field: { } field } place && place.File == DirectoryCsv.FileOf(Table) && place.Line == at + 2
            ? problem with { Place = new(place.File, Field: field) }
            : problem;
}
