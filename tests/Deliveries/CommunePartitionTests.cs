using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
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
    public async Task What_goes_out_of_a_version_over_one_share_of_the_lanes_stands_in_one_block()
    {
        await rooms.WriteAsync("mot-lo", "Một lô", BothCommunes);
        await rooms.PlanAsync();

        var open = Assert.Single(
            await rooms.BacklogAsync("telegram_tinh"), row => row.Value.Version == VersionId.Parse("mot-lo.1.vi", null)).Value;
        var block = await rooms.Get<DeliveryLedger>().FindAsync(open.Version, open.Block, Cancellation);

        Assert.Equal(
            ["bung-lao.telegram", "na-bung.telegram"],
            block!.Deliveries.Where(stored => stored.Value.Lane == "telegram_tinh").Select(stored => stored.Value.Id.Place).Order());
        Assert.All(block.Deliveries, stored => Assert.Equal(block.Name[..2], rooms.Get<LaneShares>().Of(stored.Value)));
        await rooms.SendAsync();
        Assert.Equal(2, rooms.OnTelegram("Một lô").Count);
    }

    [Fact]
    public async Task Deliveries_are_listed_by_item_and_commune_and_each_link_leads_to_its_own()
    {
        await rooms.WriteAsync("theo-xa", "Theo xã", BothCommunes);
        await rooms.WriteAsync("theo-xa-2", "Theo xã hai", BothCommunes);
        await rooms.PlanAsync();
        var pages = rooms.Get<DeliveryPages>();

        var all = await pages.PageAsync(null, new("theo-xa"), null, null, Cancellation);
        var ofOne = await pages.PageAsync(null, new("theo-xa"), new("na-bung"), null, Cancellation);

        Assert.Equal(8, all.Rows.Count);
        Assert.All(all.Rows, row => Assert.Equal("theo-xa", row.Value.Id.Version.Item.Value));
        Assert.Equal("theo-xa.1.vi.na-bung.telegram", Assert.Single(ofOne.Rows).Value.Id.ToString());
        foreach (var delivery in all.Rows.Select(row => row.Value))
        {
            var code = LinkCode.Parse(delivery.Link)!.Value;
            Assert.Equal(delivery.Id, await rooms.Get<ShortLinkStore>().OpenAsync(code, byPerson: false, Cancellation));
        }
    }

    [Fact]
    public async Task Letters_of_no_commune_are_looked_for_nowhere_whoever_asks_for_them()
    {
        await rooms.WriteAsync("khong-xa", "Không xã nào", BothCommunes);
        await rooms.PlanAsync();
        await rooms.Get<DirectoryStore>().CurrentAsync(Cancellation);
        LinkCode code = new(
            LinkCode.OfVersion(VersionId.Parse("khong-xa.1.vi", null)), LinkCode.OfCommune(new CommuneId("noi-khac")) + "222222");

        var (found, transactions) = await CountedTransactions.OfAsync(
            () => rooms.Get<ShortLinkStore>().OpenAsync(code, byPerson: true, Cancellation));

        Assert.Null(found);
        Assert.Equal(0, transactions);
    }
}
