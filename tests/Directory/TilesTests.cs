using Dissemination.Directory;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Directory;

public sealed class TilesTests
{
    private const string Header = DirectoryText.CommunesHeader + ",tileColumn,tileRow";

    [Fact]
    public void A_commune_may_have_a_tile_and_need_not()
    {
        var directory = DirectoryText.Read(
            $"{Header}\na,A,commune,,automatic,7,5\nb,B,commune,,automatic,,\n",
            $"{DirectoryText.DestinationsHeader}\na,bang-tin,notice-board,Bảng tin,,,\n",
            $"{DirectoryText.PeopleHeader}\ncan-bo,Cán bộ,staff,,\n").AssertValid();

        Assert.Equal([new Tile(7, 5), null], directory.Communes.Select(commune => commune.Tile));
    }

    [Theory]
    [InlineData("7,", "RequiredKeyMissing", "tileRow")]
    [InlineData("7,100", "TileTooFar", "tileRow")]
    [InlineData("tây,1", "NotACount", "tileColumn")]
    public void A_tile_that_is_none_is_reported_with_its_column(string tile, string code, string field)
    {
        var read = DirectoryText.Read(
            $"{Header}\na,A,commune,,automatic,{tile}\n",
            $"{DirectoryText.DestinationsHeader}\na,bang-tin,notice-board,Bảng tin,,,\n",
            $"{DirectoryText.PeopleHeader}\ncan-bo,Cán bộ,staff,,\n");

        var problem = Assert.Single(read.Problems);
        Assert.Equal((code, field), (problem.Code, problem.Place?.Field));
    }
}
