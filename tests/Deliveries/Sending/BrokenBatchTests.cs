using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>A batch that breaks off for a reason nobody expected.</summary>
public sealed class BrokenBatchTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const string Lane = "telegram_tinh";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_tried_five_times_and_then_told_and_its_retry_puts_it_back_while_the_others_go_on()
    {
        var broken = new LaneBatch(VersionId.Parse("khong-co.1.vi", null), ["bung-lao.telegram", "na-bung.telegram"]);
        await rooms.Get<Backlog>().PutAsync(Lane, broken, Cancellation);
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
        Assert.Equal((nameof(ProblemTexts.BatchBroke), "2"), (alert.Problem.Code, alert.Problem.Arguments[0]));

        Assert.True((await rooms.Get<AlertStore>().RetryAsync(QueueNames.Lanes, AlertStore.KeyOf(alert.Subject), Cancellation)).IsDone);
        Assert.Empty(await AlertsAsync());
        await rooms.SendAsync();
        var again = Assert.Single(await BacklogAsync()).Value;
        Assert.Equal(1, again.Tries);
        Assert.Equal(broken.Deliveries, again.Deliveries);
    }

    private Task<IReadOnlyList<Row<LaneBatch>>> BacklogAsync() => rooms.Get<Backlog>().FirstAsync(Lane, 10, Cancellation);

    private ValueTask<List<Alert>> AlertsAsync() =>
        rooms.Get<AlertStore>().OfKindAsync(QueueNames.Lanes, Cancellation).ToListAsync(Cancellation);
}
