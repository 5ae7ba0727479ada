using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>Several who write the same block.</summary>
public sealed class DeliveryLedgerTests(AllChannels rooms) : IClassFixture<AllChannels>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DeliveryLedger Ledger => rooms.Get<DeliveryLedger>();

    [Fact]
    public async Task Where_one_delivery_was_changed_meanwhile_all_others_are_written_whatever_block_they_are_in()
    {
        var all = await PlanAsync("doi-dong");
        var changed = (await rooms.Get<DeliveryCommands>().FindAsync(
            DeliveryId.Parse("doi-dong.1.vi.bung-lao.facebook", null), Cancellation))!;
        Assert.Single(await Ledger.WriteAsync([(changed, changed.Value with { Attempts = 7 })], Cancellation));

        var written = await Ledger.WriteAsync([.. all.Select(stored => (stored, stored.Value with { Attempts = 1 }))], Cancellation);

        Assert.Equal(
            all.Select(stored => stored.Value.Id.Place).Where(place => place != "bung-lao.facebook").Order(StringComparer.Ordinal),
            written.Select(stored => stored.Value.Id.Place).Order(StringComparer.Ordinal));
        Assert.Equal(7, (await rooms.GetAsync("doi-dong.1.vi", "facebook")).Attempts);

        // What it says of each is what stands there: each can be written once more.
        Assert.Equal(
            written.Count,
            (await Ledger.WriteAsync([.. written.Select(stored => (stored, stored.Value with { Attempts = 2 }))], Cancellation)).Count);
    }

    [Fact]
    public async Task Of_many_who_change_deliveries_of_one_version_at_once_nobody_loses_a_change()
    {
        var all = await PlanAsync("cung-luc");

        await Task.WhenAll(all.Select(stored => stored.Value.Id).Select(async id =>
        {
            for (var time = 0; time < 5; time++)
            {
                var read = (await rooms.Get<DeliveryCommands>().FindAsync(id, Cancellation))!;
                Assert.Single(
                    await Ledger.WriteAsync([(read, read.Value with { Attempts = read.Value.Attempts + 1 })], Cancellation));
            }
        }));

        Assert.All(await AllAsync("cung-luc"), stored => Assert.Equal((5, 5), (stored.Value.Attempts, stored.Value.Writes)));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_delivery_as_they_read_it_one_changes_nothing()
    {
        var id = (await PlanAsync("tranh-nhau"))[0].Value.Id;
        var read = new List<StoredDelivery>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            read.Add((await rooms.Get<DeliveryCommands>().FindAsync(id, Cancellation))!);
        }

        var written = await Task.WhenAll(
            read.Select((stored, number) => Ledger.WriteAsync([(stored, stored.Value with { Attempts = number + 1 })], Cancellation)));

        Assert.Single(written.SelectMany(one => one));
    }

    [Fact]
    public async Task What_two_add_at_once_is_there_once()
    {
        var planned = (await PlanAsync("them-hai-lan")).ConvertAll(stored => stored.Value with { Id = stored.Value.Id with { Edition = 2 } });

        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ledger.AddAsync(planned, Cancellation)));

        Assert.All(added, each => Assert.Equal(planned.Count, each.Count));
        Assert.Equal(planned.Count, (await AllAsync("them-hai-lan")).Count(stored => stored.Value.Id.Edition == 2));
    }

    private async Task<List<StoredDelivery>> PlanAsync(string item)
    {
        await rooms.WriteAsync(item, item, "communes: [bung-lao, na-bung]");
        await rooms.PlanAsync();
        return (await AllAsync(item)).FindAll(stored => stored.Value.State is DeliveryState.Due);
    }

    private ValueTask<List<StoredDelivery>> AllAsync(string item) =>
        rooms.Get<DeliveryReader>().OfAsync(VersionId.Parse($"{item}.1.vi", null), Cancellation).ToListAsync(Cancellation);
}
