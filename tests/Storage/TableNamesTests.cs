using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Tests.Content;
using FsCheck.Xunit;

namespace Dissemination.Tests.Storage;

public sealed class TableNamesTests
{
    [Property(Arbitrary = [typeof(GeneratedIds)])]
    public void All_deliveries_to_a_commune_lie_in_the_table_of_the_commune(IdText text)
    {
        var id = DeliveryId.Parse(text.Text, null);

        Assert.Equal(TableNames.DeliveriesTo(id.Destination.Commune.Value), TableNames.DeliveriesTo(id.Partition));
    }

    // What is stored would not be found any more.
    [Theory]
    [InlineData("bung-lao", 0)]
    [InlineData("na-bung", 3)]
    [InlineData("muong-cha", 5)]
    public void Where_the_deliveries_to_a_commune_lie_never_changes(string commune, int table) =>
        Assert.Equal(table, TableNames.DeliveriesTo(commune));

    [Fact]
    public void The_deliveries_to_many_communes_are_spread_over_all_tables() =>
        Assert.Equal(
            Enumerable.Range(0, TableNames.Deliveries.Count),
            Enumerable.Range(0, 200).Select(number => TableNames.DeliveriesTo($"xa-{number}")).Distinct().Order());
}
