using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Waiting;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

/// <summary>A step of the fan-out that a crash cut off between any two of its writes.</summary>
public sealed class CutOffPlanTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_that_was_taken_up_and_not_planned_is_planned_by_the_next_tick()
    {
        await rooms.HandInAsync("items/mat-luot.md", SampleFiles.Article("Mất lượt"));
        await rooms.Get<Publisher>().PublishDueAsync(Cancellation);
        Assert.Null(await FindAsync());

        await rooms.Get<DueVersions>().PlanAsync(Cancellation);
        await rooms.SendAsync();
        Assert.Equal(DeliveryState.Delivered, (await FindAsync())?.Value.State);

        Assert.Empty(await rooms.Get<FanOutStore>().DueAsync(Cancellation));

        Task<StoredDelivery?> FindAsync() =>
            rooms.Get<DeliveryCommands>().FindAsync(DeliveryId.Parse("mat-luot.1.vi.bung-lao.telegram", null), Cancellation);
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
            await rooms.Get<DeliveryPages>().PageAsync(null, new(item), null, null, Cancellation)).Rows.Select(row => row.Value).ToList();
        Assert.Equal(7, deliveries.Count);
        Assert.Equal(
            (4, 1, 2),
            (deliveries.Count(
                delivery => delivery.State is DeliveryState.Delivered),
                deliveries.Count(delivery => delivery.State is DeliveryState.Held),
                deliveries.Count(delivery => delivery.IsByHand)));
        Assert.Equal(2, rooms.Telegram.Posts.Count(post => post.Text.StartsWith(title, StringComparison.Ordinal)));
        Assert.Contains(
            (await rooms.Get<WaitingReader>().HandTasksAsync(new("bung-lao"), null, Cancellation)).Rows,
            row => row.Value.Delivery.Version == version);
        Assert.Contains(
            (await rooms.Get<WaitingReader>().HeldAsync(new("sin-thau"), null, Cancellation)).Rows,
            row => row.Value.Delivery.Version == version);
        Assert.Single(
            await rooms.Store.Links.PartitionAsync(LinkCode.OfVersion(version), DeliveriesJson.Default.ShortLink, Cancellation)
                .ToListAsync(Cancellation));
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
            await DeleteAsync(rooms.Store.Worklist, row => row.RowKey.Contains($".{version}.", StringComparison.Ordinal));
        }

        if (written < 2)
        {
            await DeleteAsync(rooms.Store.Deliveries, row => row.PartitionKey == version.ToString());
        }

        if (written < 1)
        {
            await DeleteAsync(rooms.Store.Links, row => row.PartitionKey == LinkCode.OfVersion(version));
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
