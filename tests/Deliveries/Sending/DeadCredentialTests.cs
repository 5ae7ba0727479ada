using System.Globalization;
using System.Text;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Simulators.Faults;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>A credential that dies while a batch goes out.</summary>
public sealed class DeadCredentialTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const int Chats = 90;
    private const string Lane = "telegram_tinh";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_asked_for_the_rest_which_goes_out_once_when_the_lane_is_resumed_and_they_are_tried_again()
    {
        var chats = new StringBuilder("commune,id,channel,name,address,credential,languages\n");
        for (var chat = 0; chat < Chats; chat++)
        {
            chats.Append(CultureInfo.InvariantCulture, $"bung-lao,kenh-{chat:D2},telegram,Kênh {chat} (mẫu),-{2_000 + chat},{Lane},\n");
        }

        await rooms.HandInDirectoryAsync(destinations: chats.ToString());
        await rooms.HandInAsync("items/chet-giua-chung.md", SampleFiles.Article("Chết giữa chừng"));
        rooms.Telegram.Faults = FaultPlan.None with { DiesAfter = rooms.Telegram.Faults.DiesAfter.Add("123456:sample", 20) };

        await rooms.PublishAsync();

        // Those that had gone out together with the first refusal were under way.
        Assert.Equal((20, 50), (Posted, rooms.Telegram.Calls));
        var deliveries = await DeliveriesAsync();
        Assert.Equal(20, deliveries.Count(delivery => delivery.State is DeliveryState.Delivered));
        var failed = deliveries.Where(delivery => delivery is { State: DeliveryState.Failed, Failure: FailureClass.Credential })
            .Select(delivery => delivery.Id).ToList();
        Assert.Equal(Chats - 20, failed.Count);
        var listed = (
            await rooms.Get<TroubleReader>().PageAsync(new(FailureClass.Credential), null, Cancellation)).Rows.Select(
                row => row.Value.Delivery).ToList();
        Assert.Equal(failed.ToHashSet(), [.. listed]);

        // What comes while it is stopped fails at once, and asks nobody either.
        await rooms.HandInAsync("items/lan-dung.md", SampleFiles.Article("Làn đã dừng", frontMatter: "communes: [bung-lao]"));
        await rooms.PublishAsync();
        Assert.Equal(50, rooms.Telegram.Calls);

        rooms.Telegram.Faults = FaultPlan.None;
        await rooms.Get<HealthStore>().ResumeLaneAsync(Lane, new("can-bo"), Cancellation);
        var outcomes = await rooms.Get<DeliveryCommands>()
            .ExecuteAsync(new DeliveryCommand.Retry(), failed, await rooms.PersonAsync("can-bo"), Cancellation);
        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        await rooms.SendAsync();

        Assert.All(await DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
        Assert.Equal(Chats, Posted);
        Assert.Equal(Chats, rooms.Telegram.Posts.Select(post => post.Chat).Distinct().Count());
    }

    private int Posted => rooms.Telegram.Posts.Count(post => post.Text.StartsWith("Chết giữa chừng", StringComparison.Ordinal));

    private async Task<List<Delivery>> DeliveriesAsync() =>
        [.. (
            await rooms.Get<DeliveryPages>().PageAsync(null, new("chet-giua-chung"), null, null, Cancellation)).Rows.Select(
                row => row.Value)];
}
