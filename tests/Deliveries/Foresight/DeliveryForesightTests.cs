using Azure;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Foresight;
using Dissemination.Intake;
using Dissemination.Tests.Flow;
using Dissemination.Translation;

namespace Dissemination.Tests.Deliveries.Foresight;

/// <summary>What is told of an act before it is done is what it then does.</summary>
public sealed class DeliveryForesightTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const string Thai = "blt-Tavt";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_approval_sets_off_as_many_deliveries_as_it_was_said_to()
    {
        await HandInAsync("bao-truoc", approved: false, "publishAt: 2026-12-02 07:00");
        var (foreseen, transactions) = await CountedTransactions.OfAsync(() => ForeseeAsync("bao-truoc"));

        Assert.Equal(new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero), foreseen.At);
        Assert.InRange(transactions, 1, 5);
        Assert.Equal((3, 7, 2, 1), foreseen.Ready is var ready ? (ready.Communes.Count, ready.Places, ready.ByHand, ready.Held) : default);
        Assert.Equal(["blt-Tavt", "hmn-Latn-x-chv"], foreseen.Languages.Where(one => !one.IsReady).Select(one => one.Language.Value));
        Assert.Equal(5, foreseen.Later.Places);

        await ApproveAsync("bao-truoc");
        rooms.Time.SetUtcNow(foreseen.At!.Value);
        await rooms.PublishAsync();
        var planned = await DeliveriesAsync("bao-truoc");
        Assert.Equal(foreseen.Ready.Places, planned.Count);
        Assert.Equal(foreseen.Ready.ByHand, planned.Count(delivery => delivery.IsByHand));
        Assert.Equal(foreseen.Ready.Held, planned.Count(delivery => delivery.State is DeliveryState.Held));
    }

    [Fact]
    public async Task Of_several_each_is_told_as_by_itself()
    {
        await HandInAsync("bao-nhieu-a", approved: false);
        await HandInAsync("bao-nhieu-b", approved: false, body: "Bà con giữ rừng đầu nguồn.");
        await HandInAsync("bao-nhieu-c", approved: false, "communes: [bung-lao]");
        await HandInAsync("bao-nhieu-d", approved: true);
        await rooms.PublishAsync();
        await HandInAsync("bao-nhieu-d", approved: false, body: "Bà con trồng 46.000 ha mắc ca.");
        string[] ids = ["bao-nhieu-a", "bao-nhieu-b", "bao-nhieu-c", "bao-nhieu-d"];
        List<Item> items = [];
        List<string> alone = [];
        foreach (var id in ids)
        {
            items.Add(await ItemAsync(id));
            alone.Add(Told(await ForeseeAsync(id)));
        }

        var together = await rooms.Get<DeliveryForesight>().OfApprovalsAsync(items, Cancellation);

        Assert.Equal(alone, together.Select(Told));
        Assert.Equal(alone[0], alone[1]);
        Assert.Equal(3, alone.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_approval_of_a_translation_tells_where_it_goes()
    {
        await HandInAsync("bao-ban-dich", approved: true);
        var text = (await rooms.TranslationAsync($"bao-ban-dich.1.{Thai}")).Value;
        var foreseen = await TranslationAsync("bao-ban-dich", text);
        Assert.Equal((1, 3, 1), (foreseen.Ready.Communes.Count, foreseen.Ready.Places, foreseen.Ready.ByHand));
        Assert.False(foreseen.WaitsForItem);

        await HandInAsync("bao-ban-dich-cho", approved: false);
        text = (await rooms.TranslationAsync($"bao-ban-dich-cho.1.{Thai}")).Value;
        Assert.True((await TranslationAsync("bao-ban-dich-cho", text)).WaitsForItem);
    }

    [Fact]
    public async Task A_correction_is_told_as_one_and_telling_it_stops_nothing()
    {
        await HandInAsync("bao-sua", approved: true, "communes: [bung-lao]");
        await rooms.PublishAsync();
        await HandInAsync("bao-sua", approved: false, "communes: [bung-lao]", "Bà con trồng 45.000 ha mắc ca.");
        var before = await DeliveriesAsync("bao-sua");

        var foreseen = await ForeseeAsync("bao-sua");

        Assert.Equal((3, 2, 1), (foreseen.Ready.Places, foreseen.Ready.Corrections, foreseen.Ready.ByHand));
        Assert.Equal(
            before.Select(delivery => (delivery.Id, delivery.State)),
            (await DeliveriesAsync("bao-sua")).Select(delivery => (delivery.Id, delivery.State)));
        await ApproveAsync("bao-sua");
        await rooms.PublishAsync();
        Assert.Equal(
            2,
            (await DeliveriesAsync("bao-sua")).Count(
                delivery => delivery is { Action: DeliveryAction.Edit, State: DeliveryState.Delivered }));
    }

    [Fact]
    public async Task A_withdrawal_tells_what_comes_down_and_what_people_do()
    {
        await HandInAsync("bao-rut", approved: true, "communes: [bung-lao, sin-thau]");
        await rooms.PublishAsync();
        var deliveries = await DeliveriesAsync("bao-rut");

        var foreseen = await rooms.Get<DeliveryForesight>().OfWithdrawalAsync(deliveries, Cancellation);

        // Out are a chat and a feed; the hand tasks and what waits for the commune are only planned.
        Assert.Equal(new ForeseenWithdrawal(ByMachine: 2, ByHand: 0, Stopped: 3), foreseen);
        await rooms.Get<ItemCommands>().WithdrawAsync(new("bao-rut"), new("can-bo"), "Sai số liệu", ETag.All, Cancellation);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);
        await rooms.PublishAsync();
        Assert.Equal(2, (await DeliveriesAsync("bao-rut")).Count(delivery => delivery.Action is DeliveryAction.Remove));
    }

    [Fact]
    public async Task What_has_expired_goes_nowhere_and_is_told_so()
    {
        await HandInAsync("bao-het-han", approved: false, "expiresAt: 2026-11-01");
        Assert.True((await ForeseeAsync("bao-het-han")).IsExpired);
    }

    private Task<HandIn> HandInAsync(string item, bool approved, string line = "", string body = "Bà con trồng 40.000 ha mắc ca.") =>
        rooms.HandInAsync($"items/{item}.md", SampleFiles.Article($"Bài {item}", body, approved, line));

    private static string Told(ForeseenApproval foreseen) => string.Join(
        '\n',
        foreseen.Languages.Select(one => $"{one.Language} {one.IsReady} {one.Deliveries} "
            + string.Join(' ', one.Deliveries.Communes.Select(commune => commune.Value).Order(StringComparer.Ordinal)) + " "
            + string.Join(' ', one.Deliveries.Channels)));

    private async Task<ForeseenApproval> ForeseeAsync(string item) =>
        (await rooms.Get<DeliveryForesight>().OfApprovalsAsync([await ItemAsync(item)], Cancellation))[0];

    private async Task<ForeseenApproval> TranslationAsync(string item, TranslatedVersion text) =>
        await rooms.Get<DeliveryForesight>().OfTranslationAsync(
            await ItemAsync(item), await rooms.Get<ItemReader>().ContentAsync(new(item), 1, Cancellation), text, Cancellation);

    private async Task<Item> ItemAsync(string item) => (await rooms.Get<ItemReader>().FindAsync(new(item), Cancellation))!.Value;

    private async Task ApproveAsync(string item)
    {
        var approved = await rooms.Get<ItemCommands>().ApproveAsync(
            new(item), new("lanh-dao"), ("MẪU-08 (mẫu)", null), ETag.All, Cancellation);
        Assert.True(approved.IsValid);
    }

    private async Task<List<Delivery>> DeliveriesAsync(string item) =>
        await rooms.Get<DeliveryReader>().OfAsync(new ItemId(item), Cancellation).Select(stored => stored.Value).ToListAsync(Cancellation);
}
