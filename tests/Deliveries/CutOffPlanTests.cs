using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

/// <summary>A step of the fan-out that a crash cut off between any two of its writes.</summary>
public sealed class CutOffPlanTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_whose_message_is_gone_is_sent_again_after_a_while_and_only_then()
    {
        await rooms.HandInAsync("items/mat-tin.md", SampleFiles.Article("Mất tin nhắn"));
        await rooms.Get<Publisher>().PublishDueAsync(Cancellation);
        await rooms.Store.FanOuts.ClearMessagesAsync(Cancellation);

        await rooms.Get<FanOutRecovery>().ResumeAsync(Cancellation);
        Assert.Null(await FindAsync());

        rooms.Time.Advance(TimeSpan.FromMinutes(3));
        await rooms.Get<FanOutRecovery>().ResumeAsync(Cancellation);
        await rooms.SendAsync();
        Assert.Equal(DeliveryState.Delivered, (await FindAsync())?.Value.State);

        rooms.Time.Advance(TimeSpan.FromMinutes(3));
        await rooms.Get<FanOutRecovery>().ResumeAsync(Cancellation);
        Assert.Empty((await rooms.Store.FanOuts.PeekMessagesAsync(32, Cancellation)).Value);

        Task<Row<Delivery>?> FindAsync() =>
            rooms.Get<DeliveryCommands>().FindAsync(DeliveryId.Parse("mat-tin.1.vi.bung-lao.telegram", null), Cancellation);
    }

    /// <param name="written">How many of links, deliveries, lists and backlog were written, in this order.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task It_is_completed_when_the_step_comes_again(int written)
    {
        var (item, title) = ($"cat-{written}", $"Kế hoạch cắt {written}");
        await rooms.HandInAsync($"items/{item}.md", SampleFiles.Article(title));
        var version = VersionId.Parse($"{item}.1.vi", null);
        var step = new FanOutStep(version, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow());
        await rooms.Get<FanOut>().TakeAsync(step, Cancellation);
        await TakeOutAsync(version, written);

        await rooms.PublishAsync();

        var deliveries = (
            await rooms.Get<DeliveryListReader>().PageAsync(null, new(item), null, null, Cancellation)).Rows.Select(row => row.Value).ToList();
        Assert.Equal(7, deliveries.Count);
        Assert.Equal(
            (4, 1, 2),
            (deliveries.Count(
                delivery => delivery.State is DeliveryState.Delivered),
                deliveries.Count(delivery => delivery.State is DeliveryState.Held),
                deliveries.Count(delivery => delivery.IsByHand)));
        Assert.Equal(2, rooms.Telegram.Posts.Count(post => post.Text.StartsWith(title, StringComparison.Ordinal)));
        Assert.Contains(
            (await rooms.Get<DeliveryListReader>().HandTasksAsync(new("bung-lao"), null, Cancellation)).Rows,
            row => row.Value.Delivery.Version == version);
        Assert.Contains(
            (await rooms.Get<DeliveryListReader>().HeldAsync(new("sin-thau"), null, Cancellation)).Rows,
            row => row.Value.Delivery.Version == version);
        Assert.Equal(
            7,
            await rooms.Store.Links.PartitionsAsync(LinkCode.PrefixOf(version), DeliveriesJson.Default.ShortLink, Cancellation)
                .CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_link_that_another_copy_wrote_and_somebody_opened_is_left_alone()
    {
        await rooms.HandInAsync("items/da-mo.md", SampleFiles.Article("Đã mở"));
        var version = VersionId.Parse("da-mo.1.vi", null);
        var delivery = DeliveryId.Parse("da-mo.1.vi.bung-lao.telegram", null);
        await new Transaction(LinkCode.Of(delivery).Partition)
            .Insert(LinkCode.Of(delivery).Row, new ShortLink(delivery, Opens: 5), DeliveriesJson.Default.ShortLink)
            .CommitAsync(rooms.Store.Links, Cancellation);

        await rooms.PublishAsync();

        var links = await rooms.Store.Links.PartitionsAsync(LinkCode.PrefixOf(version), DeliveriesJson.Default.ShortLink, Cancellation)
            .ToListAsync(Cancellation);
        Assert.Equal((7, 5), (links.Count, links.Sum(link => link.Value.Opens)));
    }

    /// <summary>Takes out what would have been written after the crash.</summary>
    private async Task TakeOutAsync(VersionId version, int written)
    {
        if (written < 4)
        {
            await DeleteAsync(rooms.Store.Backlog, row => row.RowKey.Contains($".{version}.", StringComparison.Ordinal));
        }

        if (written < 3)
        {
            await DeleteAsync(rooms.Store.Worklist, row => row.RowKey.StartsWith($"{version}.", StringComparison.Ordinal));
        }

        if (written < 2)
        {
            foreach (var table in rooms.Store.Deliveries)
            {
                await DeleteAsync(
                    table, row => row.PartitionKey.StartsWith(Keys.DeliveriesOf(version.ToString()), StringComparison.Ordinal));
            }
        }

        if (written < 1)
        {
            await DeleteAsync(rooms.Store.Links, row => row.PartitionKey.StartsWith(LinkCode.PrefixOf(version), StringComparison.Ordinal));
        }
    }

    private static async Task DeleteAsync(TableClient table, Func<TableEntity, bool> which)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation).Where(which))
        {
            await table.DeleteEntityAsync(row, cancellationToken: Cancellation);
        }
    }
}
