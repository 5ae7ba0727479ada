using System.Text;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Directory.Changes;

/// <summary>The directory as files: all that a row can say goes out and comes in again.</summary>
public sealed class DirectoryCsvTests
{
    private static readonly string Communes = DirectoryText.CommunesHeader + """
        ,mergedInto,tileColumn,tileRow,airingHours
        bung-lao,Búng Lao,commune,blt-Tavt;hmn-Latn-x-chv,automatic,,3,4,05:00-05:30;17:00-17:30
        muong-cu,"Mường, cũ",ward,,confirm,bung-lao,,,
        """;

    private const string Destinations = DirectoryText.DestinationsHeader + """
        ,clusters
        bung-lao,telegram,telegram,"=HYPERLINK(""x"")",@bung_lao,telegram_tinh,,
        bung-lao,loa,loudspeaker,Loa bản,,,vi;blt-Tavt,17
        """;

    private static readonly string People = DirectoryText.PeopleHeader + """
        ,telegram,subject,email
        can-bo,+Cán bộ,staff;approver,,,,abc-1,
        bung-lao-1,Cán bộ xã,communicator,bung-lao,blt-Tavt,12345,,xa@example.org
        """;

    [Fact]
    public void Every_column_of_the_three_files_goes_out_and_comes_in_again()
    {
        var known = DirectoryText.Read(Communes, Destinations, People).AssertValid();
        var read = Read(known).AssertValid();

        Assert.True(DirectoryDifference.Between(known, read).IsEmpty);
        Assert.All(
            Enum.GetValues<DirectoryTable>().Zip((string[])[Communes, Destinations, People]),
            file => Assert.All(
                file.Second.Split('\n')[0].Trim().Split(','),
                column => Assert.Contains(DirectoryCsv.RowsOf(read, file.First), row => row.Cells[column].Length > 0)));
    }

    [Fact]
    public void No_cell_of_a_file_that_goes_out_runs_as_a_formula()
    {
        var known = DirectoryText.Read(Communes, Destinations, People).AssertValid();
        var text = string.Concat(
            Enum.GetValues<DirectoryTable>()
                .Select(table => Encoding.UTF8.GetString(DirectoryCsv.Write(table, DirectoryCsv.RowsOf(known, table)))));

        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains("'@bung_lao", text, StringComparison.Ordinal);
        Assert.Contains("'+Cán bộ", text, StringComparison.Ordinal);
    }

    private static Parsed<DirectorySnapshot> Read(DirectorySnapshot known)
    {
        return DirectoryReader.Read(Written(DirectoryTable.Communes), Written(DirectoryTable.Destinations), Written(DirectoryTable.People));

        byte[] Written(DirectoryTable table) => DirectoryCsv.Write(table, DirectoryCsv.RowsOf(known, table));
    }
}
