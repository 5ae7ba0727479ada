using Azure;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Intake;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Deliveries;

/// <summary>More destinations than one step of the fan-out takes.</summary>
public sealed class FanOutTests(FanOutTests.Province rooms) : IClassFixture<FanOutTests.Province>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FanOut FanOut => rooms.Get<FanOut>();

    [Fact]
    public async Task Every_destination_is_planned_once_however_often_and_in_whatever_order_steps_come()
    {
        await rooms.HandInAsync("items/ca-tinh.md", SampleFiles.Article("Cả tỉnh"));
        var version = VersionId.Parse("ca-tinh.1.vi", null);
        var first = new FanOutStep(version, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow());

        // The same step twice at once: two copies of the program may come to it.
        var seconds = await Task.WhenAll(FanOut.TakeAsync(first, Cancellation), FanOut.TakeAsync(first, Cancellation));
        var second = Assert.Single(seconds.Select(taken => taken.Next).Distinct())!;
        Assert.Equal(1_000, second.Planned);
        var third = (await FanOut.TakeAsync(second, Cancellation)).Next!;
        Assert.Equal(2_000, third.Planned);
        Assert.Null((await FanOut.TakeAsync(third, Cancellation)).Next);
        await FanOut.TakeAsync(first, Cancellation);
        await FanOut.TakeAsync(third, Cancellation);
        await FanOut.TakeAsync(second, Cancellation);

        var all = await AllOfAsync(version);
        Assert.Equal((Province.Size, Province.Size), (all.Count, all.DistinctBy(delivery => delivery.Id).Count()));
        var published = await rooms.Store.Editorial.StartingWithAsync(
            Keys.Editorial, Keys.PublishedPrefix, PublishingJson.Default.PublishedVersion, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Province.Size, Assert.Single(published, row => row.Value.Version == version).Value.Deliveries);

        // The plan was handed over several times by now, and every chat gets one post.
        await rooms.SendAsync();
        Assert.Equal(
            (Province.Size, Province.Size), (rooms.Telegram.Posts.Count, rooms.Telegram.Posts.DistinctBy(post => post.Chat).Count()));
    }

    [Fact]
    public async Task Withdrawing_half_way_ends_the_plan_and_stops_what_was_planned()
    {
        await rooms.HandInAsync("items/nua-chung.md", SampleFiles.Article("Nửa chừng"));
        var version = VersionId.Parse("nua-chung.1.vi", null);
        var taken = await FanOut.TakeAsync(new(version, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow()), Cancellation);

        await WithdrawAsync("nua-chung");
        Assert.Null((await FanOut.TakeAsync(taken.Next!, Cancellation)).Next);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);

        var states = (await AllOfAsync(version)).ConvertAll(delivery => delivery.State);
        Assert.Equal(FanOut.StepSize, states.Count);
        Assert.All(states, state => Assert.Equal(DeliveryState.Withdrawn, state));
        Assert.Empty(await StopDueAsync());
    }

    [Fact]
    public async Task What_is_withdrawn_and_stopped_while_a_step_is_being_written_is_stopped_once_more()
    {
        await rooms.HandInAsync("items/dang-viet.md", SampleFiles.Article("Đang viết", frontMatter: "communes: [telegram-000]"));
        var version = VersionId.Parse("dang-viet.1.vi", null);
        await TakeWithdrawnAsync(new(version, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow()));
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);

        var all = await AllOfAsync(version);
        Assert.NotEmpty(all);
        Assert.All(all, delivery => Assert.Equal(DeliveryState.Withdrawn, delivery.State));
    }

    [Fact]
    public async Task What_a_step_wrote_before_it_was_cut_off_is_stopped_where_its_item_is_withdrawn_when_it_comes_again()
    {
        await rooms.HandInAsync("items/cat-ngang.md", SampleFiles.Article("Cắt ngang", frontMatter: "communes: [telegram-000]"));
        var step = new FanOutStep(VersionId.Parse("cat-ngang.1.vi", null), rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow());
        await TakeWithdrawnAsync(step);

        // As if it had been cut off before it looked again.
        await rooms.Store.Editorial.DeleteEntityAsync(Keys.Editorial, Keys.StopDue("cat-ngang"), cancellationToken: Cancellation);
        Assert.Null((await FanOut.TakeAsync(step, Cancellation)).Next);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);

        var all = await AllOfAsync(step.Version);
        Assert.NotEmpty(all);
        Assert.All(all, delivery => Assert.Equal(DeliveryState.Withdrawn, delivery.State));
    }

    /// <summary>Takes a step during which its item is withdrawn and all that is there of it is stopped.</summary>
    private async Task TakeWithdrawnAsync(FanOutStep step) => await InterruptedFanOut.Of(rooms, () =>
    {
        WithdrawAsync(step.Version.Item.Value).GetAwaiter().GetResult();
        rooms.Get<StopDispatcher>().StopDueAsync(Cancellation).GetAwaiter().GetResult();
    }).TakeAsync(step, Cancellation);

    private async Task WithdrawAsync(string item) =>
        Assert.True(
            (await rooms.Get<ItemCommands>().WithdrawAsync(new(item), new("can-bo"), "Sai số liệu", ETag.All, Cancellation)).IsValid);

    private ValueTask<List<Row<ItemDue>>> StopDueAsync() =>
        rooms.Store.Editorial.StartingWithAsync(Keys.Editorial, Keys.StopDuePrefix, ContentJson.Default.ItemDue, Cancellation)
            .ToListAsync(Cancellation);

    private ValueTask<List<Delivery>> AllOfAsync(VersionId version) =>
        rooms.Get<DeliveryReader>().OfAsync(version, Cancellation).Select(stored => stored.Value).ToListAsync(Cancellation);

    /// <summary>Two bots that serve so many chats that a plan takes three steps.</summary>
    public sealed class Province : Rooms
    {
        public const int Size = 2_300;

        private static readonly WorldPlan Plan = new() { Bots = 2, ChatsPerBot = Size / 2 };

        private protected override Task HandInOwnDirectoryAsync() =>
            HandInDirectoryAsync(Plan.Communes(), Plan.DestinationRows(), WorldPlan.People);

        private protected override void Configure(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(
            Plan.BotNames.Select((bot, number) => new KeyValuePair<string, string?>($"Credentials:{bot}", World.BotToken(number))));
    }
}
