using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

/// <summary>Deliveries and links lie in a partition for each commune of a language version.</summary>
public sealed class CommunePartitionTests(AllChannels rooms) : IClassFixture<AllChannels>
{
    private const string BothCommunes = "communes: [bung-lao, na-bung]";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storage_finds_the_partitions_that_begin_so_and_none_that_only_look_alike()
    {
        string[] there =
            ["a.1.vi.bung-lao", "a.1.vi.na-bung", "a.1.vi-x.bung-lao", "a.10.vi.bung-lao", "a-b.1.vi.bung-lao", "a.1.VI.bung-lao", "A.1.vi.bung-lao", "ab.1.vi.bung-lao", "a.1.vi"];
        foreach (var partition in there)
        {
            await rooms.Store.Reach.AddEntityAsync(new TableEntity(partition, "telegram"), Cancellation);
        }

        Assert.Equal(["a.1.vi.bung-lao", "a.1.vi.na-bung"], await FindAsync(Keys.DeliveriesOf("a.1.vi")));
        Assert.Equal(
            ["a.1.VI.bung-lao", "a.1.vi", "a.1.vi-x.bung-lao", "a.1.vi.bung-lao", "a.1.vi.na-bung", "a.10.vi.bung-lao"],
            await FindAsync(Keys.DeliveriesOf("a")));
        Assert.Equal(["ab.1.vi.bung-lao"], await FindAsync("ab"));

        ValueTask<List<string>> FindAsync(string prefix) => rooms.Store.Reach
            .QueryAsync<TableEntity>(TableReading.Partitions(prefix), cancellationToken: Cancellation)
            .Select(entity => entity.PartitionKey)
            .ToListAsync(Cancellation);
    }

    [Fact]
    public async Task A_lane_that_serves_several_communes_gets_them_as_one_batch_in_order()
    {
        await rooms.WriteAsync("mot-lo", "Một lô", BothCommunes);
        await rooms.PlanAsync();

        var batch = Assert.Single(
            await rooms.Get<Backlog>().FirstAsync("telegram_tinh", 10, Cancellation),
            row => row.Value.Version == VersionId.Parse("mot-lo.1.vi", null)).Value;

        Assert.Equal(["bung-lao.telegram", "na-bung.telegram"], batch.Deliveries);
        await rooms.SendAsync();
        Assert.Equal(2, rooms.OnTelegram("Một lô").Count);
    }

    [Fact]
    public async Task Deliveries_are_listed_by_item_and_commune_and_all_of_a_version_are_found_with_their_links()
    {
        await rooms.WriteAsync("theo-xa", "Theo xã", BothCommunes);
        await rooms.WriteAsync("theo-xa-2", "Theo xã hai", BothCommunes);
        await rooms.PlanAsync();
        var lists = rooms.Get<DeliveryListReader>();

        var all = await lists.PageAsync(null, new("theo-xa"), null, null, Cancellation);
        var ofOne = await lists.PageAsync(null, new("theo-xa"), new("na-bung"), null, Cancellation);
        var links = await rooms.Store.Links
            .PartitionsAsync(LinkCode.PrefixOf(VersionId.Parse("theo-xa.1.vi", null)), DeliveriesJson.Default.ShortLink, Cancellation)
            .ToListAsync(Cancellation);

        Assert.Equal(8, all.Rows.Count);
        Assert.All(all.Rows, row => Assert.Equal("theo-xa", row.Value.Id.Version.Item.Value));
        Assert.Equal("theo-xa.1.vi.na-bung.telegram", Assert.Single(ofOne.Rows).Value.Id.ToString());
        Assert.Equal(
            all.Rows.Select(row => row.Value.Link).Order(StringComparer.Ordinal),
            links.Select(link => link.PartitionKey + link.RowKey).Order(StringComparer.Ordinal));
        Assert.Equal(2, links.Select(link => link.PartitionKey).Distinct(StringComparer.Ordinal).Count());
    }
}
