using Dissemination.Directory;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Directory;

public sealed class SuccessorsTests
{
    private const string People = $"{DirectoryText.PeopleHeader}\ncan-bo,Cán bộ,staff,,\n";
    private const string Header = DirectoryText.CommunesHeader + ",mergedInto";

    [Fact]
    public void The_last_of_a_chain_answers_for_all_before_it()
    {
        var directory = Read("a,A,commune,,automatic,b", "b,B,commune,,automatic,c", "c,C,commune,,confirm,", "d,D,commune,,automatic,c");

        Assert.All((string[])["a", "b", "c", "d"], commune => Assert.Equal("c", directory.Successor(new(commune)).Value));
        Assert.Equal(["c", "a", "b", "d"], directory.FamilyOf(new("c")).Select(commune => commune.Value));
        Assert.Equal(["b"], directory.FamilyOf(new("b")).Select(commune => commune.Value));
        Assert.Equal(["c"], directory.Current.Select(commune => commune.Id.Value));
    }

    [Fact]
    public void Who_worked_for_a_commune_that_was_merged_works_for_its_successor()
    {
        var directory = DirectoryText.Read(
            communes: $"{Header}\na,A,commune,blt-Tavt,automatic,b\nb,B,commune,blt-Tavt,automatic,\n",
            destinations: Destinations("b"),
            people: $"{DirectoryText.PeopleHeader}\na-1,Cán bộ,communicator,a,blt-Tavt\n").AssertValid();

        Assert.Equal(new CommuneId("b"), directory.Find(new PersonId("a-1"))!.Commune);
    }

    [Theory]
    [InlineData("a,A,commune,,automatic,a", "MergedInCircle")]
    [InlineData("a,A,commune,,automatic,b\nb,B,commune,,automatic,a", "MergedInCircle")]
    [InlineData("a,A,commune,,automatic,nowhere", "UnknownCommune")]
    public void A_merger_that_leads_nowhere_is_reported_with_its_line(string rows, string code)
    {
        var read = DirectoryText.Read($"{Header}\n{rows}\n", Destinations("a"), People);

        Assert.All(read.Problems, problem => Assert.Equal((code, "mergedInto"), (problem.Code, problem.Place?.Field)));
        Assert.NotEmpty(read.Problems);
    }

    private static DirectorySnapshot Read(params string[] rows) =>
        DirectoryText.Read($"{Header}\n{string.Join('\n', rows)}\n", Destinations("a"), People).AssertValid();

    private static string Destinations(string commune) => $"{DirectoryText.DestinationsHeader}\n{commune},bang-tin,notice-board,Bảng tin,,,\n";
}
