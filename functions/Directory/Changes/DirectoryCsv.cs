using System.Collections.Immutable;
using CsvHelper;
using Dissemination.Problems;

namespace Dissemination.Directory.Changes;

/// <summary>The directory as its three files say it: what goes out so can be handed in again, and changes nothing.</summary>
internal static class DirectoryCsv
{
    /// <summary>The columns of a file, in its order.</summary>
    public static ImmutableArray<string> ColumnsOf(DirectoryTable table) => table switch
    {
        DirectoryTable.Communes => CommuneRows.Columns.Known,
        DirectoryTable.Destinations => DestinationRows.Columns.Known,
        _ => PersonRows.Columns.Known,
    };

    /// <summary>The columns that every row has something in.</summary>
    public static ImmutableArray<string> NeededColumnsOf(DirectoryTable table) => table switch
    {
        DirectoryTable.Communes => ["id", "name", "kind", "release"],
        DirectoryTable.Destinations => ["commune", "id", "channel", "name"],
        _ => ["id", "name", "roles"],
    };

    public static string FileOf(DirectoryTable table) => table switch
    {
        DirectoryTable.Communes => DirectoryFiles.Communes,
        DirectoryTable.Destinations => DirectoryFiles.Destinations,
        _ => DirectoryFiles.People,
    };

    public static IEnumerable<DirectoryRow> RowsOf(DirectorySnapshot directory, DirectoryTable table) => table switch
    {
        DirectoryTable.Communes => directory.Communes.Select(RowOf),
        DirectoryTable.Destinations => directory.Destinations.Select(RowOf),
        _ => directory.People.Select(RowOf),
    };

    /// <summary>The row of an id; null where there is none.</summary>
    public static DirectoryRow? Find(DirectorySnapshot directory, DirectoryTable table, string id) =>
        RowsOf(directory, table).FirstOrDefault(row => row.Id == id);

    public static DirectoryRow RowOf(Destination destination) =>
        new(
            destination.Id.ToString(),
            destination.Name,
            Cells(DirectoryTable.Destinations, column => DestinationRows.CellOf(destination, column)));

    /// <summary>A file as spreadsheets read it: UTF-8 with its mark, and no cell that runs as a formula.</summary>
    public static byte[] Write(DirectoryTable table, IEnumerable<DirectoryRow> rows)
    {
        var columns = ColumnsOf(table);
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord([.. columns]);
            foreach (var row in rows)
            {
                csv.WriteRecord([.. columns.Select(column => CsvCell.Write(row.Cells[column]))]);
            }
        }

        return bytes.ToArray();
    }

    private static DirectoryRow RowOf(Commune commune) =>
        new(commune.Id.Value, commune.Name, Cells(DirectoryTable.Communes, column => CommuneRows.CellOf(commune, column)));

    private static DirectoryRow RowOf(Person person) =>
        new(person.Id.Value, person.Name, Cells(DirectoryTable.People, column => PersonRows.CellOf(person, column)));

    private static ImmutableDictionary<string, string> Cells(DirectoryTable table, Func<string, string> cellOf) =>
        ColumnsOf(table).ToImmutableDictionary(column => column, cellOf, StringComparer.Ordinal);
}
