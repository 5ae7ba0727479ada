using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>A block that breaks off for a reason nobody expected.</summary>
public sealed class BrokenBlockTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const string Lane = "telegram_tinh";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_tried_five_times_and_then_told_and_its_retry_puts_it_back_while_the_others_go_on()
    {
        var broken = await LeaveOrphanAsync();
        await rooms.HandInAsync("items/van-di.md", SampleFiles.Article("Vẫn đi"));
        await rooms.PublishAsync();
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("van-di.1.vi.bung-lao.telegram")).State);

        for (var tries = 1; tries < 5; tries++)
        {
            Assert.Equal(tries, Assert.Single(await BacklogAsync()).Value.Tries);
            Assert.Empty(await AlertsAsync());
            rooms.Time.Advance(OutcomeEvents.DelayAfter(tries));
            await rooms.WakeAsync();
        }

        Assert.Empty(await BacklogAsync());
        var alert = Assert.Single(await AlertsAsync());
        Assert.True(alert.CanBeRetried);
        Assert.Equal((nameof(ProblemTexts.BlockBroke), "khong-co.1.vi"), (alert.Problem.Code, alert.Problem.Arguments[0]));

        Assert.True(
            (await rooms.Get<AlertStore>().RetryAsync(QueueNames.Lanes, AlertStore.KeyOf(alert.Subject), "can-bo", Cancellation)).IsDone);
        Assert.Empty(await AlertsAsync());
        await rooms.SendAsync();
        var again = Assert.Single(await BacklogAsync()).Value;
        Assert.Equal(1, again.Tries);
        Assert.Equal(broken, again with { Tries = 0 });
    }

    /// <summary>Leaves a delivery of a version that is not stored.</summary>
    private async Task<OpenBlock> LeaveOrphanAsync()
    {
        var id = DeliveryId.Parse("khong-co.1.vi.bung-lao.telegram", null);
        Delivery orphan = new()
        {
            Id = id,
            Channel = ChannelKind.Telegram,
            Lane = Lane,
            State = DeliveryState.Due,
            PlannedAt = rooms.Time.GetUtcNow(),
            Link = LinkCode.Of(id).ToString(),
        };
        var stored = Assert.Single(await rooms.Get<DeliveryLedger>().AddAsync([orphan], Cancellation));
        var block = new OpenBlock(id.Version, stored.Block.Name);
        await rooms.Get<Backlog>().PutAsync([block], Cancellation);
        return block;
    }

    private Task<IReadOnlyList<Row<OpenBlock>>> BacklogAsync() => rooms.BacklogAsync(Lane);

    private ValueTask<List<Alert>> AlertsAsync() =>
        rooms.Get<AlertStore>().OfKindAsync(QueueNames.Lanes, Cancellation).ToListAsync(Cancellation);
}
