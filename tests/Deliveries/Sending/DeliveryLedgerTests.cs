using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>Batches that go to one commune and to several.</summary>
public sealed class DeliveryLedgerTests(AllChannels rooms) : IClassFixture<AllChannels>
{
    private const string Lane = "telegram_tinh";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DeliveryLedger Ledger => rooms.Get<DeliveryLedger>();

    [Theory]
    [InlineData("bung-lao.telegram")]
    [InlineData("na-bung.telegram")]
    [InlineData("bung-lao.telegram", "na-bung.telegram")]
    [InlineData("bung-lao.telegram", "na-bung.telegram", "na-bung.khong-co")]
    public async Task A_batch_is_read_as_it_is_named_and_nothing_of_other_lanes(params string[] places)
    {
        var item = $"doc-lo-{places.Length}-{places[0][..2]}";
        await rooms.WriteAsync(item, item, "communes: [bung-lao, na-bung]");
        await rooms.PlanAsync();
        var version = VersionId.Parse($"{item}.1.vi", null);

        var read = (await Ledger.ReadAsync(Lane, new(version, [.. places]), Cancellation)).Rows;

        Assert.Equal(
            places.Where(place => place != "na-bung.khong-co"), read.Select(row => row.Value.Id.Place).Order(StringComparer.Ordinal));
        Assert.Empty((await Ledger.ReadAsync("facebook_bung_lao", new(version, [.. places]), Cancellation)).Rows);
    }

    [Fact]
    public async Task Where_one_row_was_changed_meanwhile_all_others_are_written_whatever_commune_they_are_of()
    {
        await rooms.WriteAsync("doi-dong", "Đổi dòng", "communes: [bung-lao, na-bung]");
        await rooms.PlanAsync();
        var rows = await rooms.Store.Deliveries
            .PartitionsAsync(Keys.DeliveriesOf("doi-dong.1.vi"), DeliveriesJson.Default.Delivery, Cancellation)
            .Where(row => row.Value.State is DeliveryState.Due)
            .ToListAsync(Cancellation);
        var changed = rows.Single(row => row.Value.Id.Place == "bung-lao.facebook");
        Assert.Single(await Ledger.WriteAsync([(changed, changed.Value with { Attempts = 7 })], Cancellation));

        var written = await Ledger.WriteAsync([.. rows.Select(row => (row, row.Value with { Attempts = 1 }))], Cancellation);

        Assert.Equal(
            rows.Where(row => row != changed).Select(row => row.Value.Id.Place).Order(StringComparer.Ordinal),
            written.Select(row => row.Value.Id.Place).Order(StringComparer.Ordinal));
        Assert.Equal(7, (await rooms.GetAsync("doi-dong.1.vi", "facebook")).Attempts);

        // What it says of each row is what stands there: each can be written once more.
        Assert.Equal(
            written.Count,
            (await Ledger.WriteAsync([.. written.Select(row => (row, row.Value with { Attempts = 2 }))], Cancellation)).Count);
    }
}
