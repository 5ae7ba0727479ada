using System.Text.Json;
using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Tests.Deliveries;

public sealed class DeliveryBlockTests
{
    private static readonly DateTimeOffset Planned = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_its_deliveries_have_in_common_is_stored_once_and_read_back_in_each()
    {
        var block = DeliveryBlock.Of([Of("xa-1", Planned, "trace"), Of("xa-2", Planned, "trace")]);

        var json = JsonSerializer.Serialize(block, DeliveriesJson.Default.DeliveryBlock);

        Assert.Equal(2, json.Split("trace\"").Length);
        Assert.Equal(2, json.Split("2026-11-23").Length);
        Assert.Equal(block.Deliveries, Read(json).Deliveries);
    }

    [Fact]
    public void Deliveries_of_several_plans_keep_each_its_own()
    {
        var block = DeliveryBlock.Of([Of("xa-1", Planned, "trace"), Of("xa-2", Planned, null), Of("xa-3", Planned.AddDays(1), "trace")]);

        Assert.Equal(block.Deliveries, Read(JsonSerializer.Serialize(block, DeliveriesJson.Default.DeliveryBlock)).Deliveries);
    }

    [Fact]
    public void A_block_without_deliveries_is_read_as_one() =>
        Assert.Empty(Read(JsonSerializer.Serialize(new DeliveryBlock([]), DeliveriesJson.Default.DeliveryBlock)).Deliveries);

    [Fact]
    public void A_full_block_is_stored_in_few_bytes_and_read_as_it_was()
    {
        var block = DeliveryBlock.Of([.. Enumerable.Range(0, DeliveryBlock.Limit).Select(at => Of($"xa-{at:D2}", Planned, "trace"))]);
        var json = JsonSerializer.Serialize(block, DeliveriesJson.Default.DeliveryBlock);

        IDictionary<string, object> row = RowCodec.ToEntity("tin.1.vi", "00.000000", block, DeliveriesJson.Default.DeliveryBlock);

        Assert.InRange(row.Values.OfType<byte[]>().Sum(piece => piece.Length), 1, json.Length / 5);

        // A merge leaves what was stored before it was compressed.
        row["Json"] = "{}";
        Assert.Equal(block.Deliveries, RowCodec.ToRow((TableEntity)row, DeliveriesJson.Default.DeliveryBlock).Value.Deliveries);
    }

    private static DeliveryBlock Read(string json) => JsonSerializer.Deserialize(json, StrictJson.Of(DeliveriesJson.Default.DeliveryBlock))!;

    private static Delivery Of(string commune, DateTimeOffset planned, string? trace) => new()
    {
        Id = DeliveryId.Parse($"tin.1.vi.{commune}.telegram", null),
        Channel = ChannelKind.Telegram,
        Lane = "telegram_tinh",
        State = DeliveryState.Due,
        PlannedAt = planned,
        Link = "0",
        TraceParent = trace,
    };
}
