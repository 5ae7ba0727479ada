using Dissemination.Directory.Changes;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Directory.Changes;

public sealed class DirectoryDifferenceTests
{
    [Fact]
    public void The_same_directory_differs_in_nothing() =>
        Assert.True(Difference(DirectoryText.Communes, DirectoryText.Destinations, DirectoryText.People).IsEmpty);

    [Fact]
    public void Each_row_that_is_added_changed_or_removed_is_told_with_the_values_that_differ()
    {
        var difference = Difference(
            DirectoryText.Communes.Replace("Mường Thanh", "Mường Thanh A", StringComparison.Ordinal)
                + "\nna-bung,Nà Bủng,commune,,automatic",
            DirectoryText.Destinations.Replace("bung-lao,loa,loudspeaker,Loa bản,,,vi;blt-Tavt\n", "", StringComparison.Ordinal),
            DirectoryText.People);

        Assert.Equal(
            [
                "Changed Communes muong-thanh name: Mường Thanh → Mường Thanh A",
                "Added Communes na-bung id: → na-bung, name: → Nà Bủng, kind: → commune, release: → automatic",
                "Removed Destinations bung-lao.loa id: bung-lao.loa →, channel: loudspeaker →, name: Loa bản →, languages: vi;blt-Tavt →",
            ],
            difference.Rows.Select(Told));
        Assert.False(difference.OnlyAdds);
        Assert.False(difference.ChangesPowers);
    }

    /// <summary>The number is who somebody is on Telegram, and approvals are given there.</summary>
    [Theory]
    [InlineData("can-bo,Cán bộ,staff,,,", "can-bo,Cán bộ,staff;approver,,,")]
    [InlineData("can-bo,Cán bộ,staff,,,", "")]
    [InlineData("can-bo,Cán bộ,staff,,,", "can-bo,Cán bộ,staff,,,\nmoi,Người mới,leader,,,")]
    [InlineData("bung-lao-1,Cán bộ xã,communicator,bung-lao,blt-Tavt,", "bung-lao-1,Cán bộ xã,communicator,muong-thanh,vi,")]
    [InlineData("communicator,bung-lao,blt-Tavt,", "communicator,bung-lao,blt-Tavt;hmn-Latn-x-chv,")]
    [InlineData("bung-lao-1,Cán bộ xã,communicator,bung-lao,blt-Tavt,", "bung-lao-1,Cán bộ xã,communicator,bung-lao,blt-Tavt,77")]
    public void What_a_person_may_do_and_who_is_taken_for_that_person_are_powers(string row, string changed)
    {
        var people = DirectoryText.PeopleHeader + ",telegram\n"
            + "can-bo,Cán bộ,staff,,,\nlanh-dao-ban,Lãnh đạo Ban,approver;leader,,,\n"
            + "bung-lao-1,Cán bộ xã,communicator,bung-lao,blt-Tavt,\n";

        Assert.True(
            DirectoryDifference.Between(
                DirectoryText.Read(people: people).AssertValid(),
                DirectoryText.Read(people: people.Replace(row, changed, StringComparison.Ordinal)).AssertValid()).ChangesPowers);
    }

    [Fact]
    public void The_name_of_an_office_is_no_power() =>
        Assert.False(
            Difference(
                DirectoryText.Communes,
                DirectoryText.Destinations,
                DirectoryText.People.Replace("Cán bộ xã", "Cán bộ văn hoá xã", StringComparison.Ordinal)).ChangesPowers);

    private static DirectoryDifference Difference(string communes, string destinations, string people) =>
        DirectoryDifference.Between(DirectoryText.Snapshot(), DirectoryText.Read(communes, destinations, people).AssertValid());

    private static string Told(RowChange row) =>
        $"{row.Kind} {row.Table} {row.Id} "
        + string.Join(
            ", ",
            row.Fields.Select(field => $"{field.Field}: {field.From} → {field.To}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd()));
}
