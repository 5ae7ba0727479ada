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
    public async Task Every_destination_is_planned_once_however_often_and_in_whatever_order_steps_come_and_no_count_of_a_link_is_lost()
    {
        await rooms.HandInAsync("items/ca-tinh.md", SampleFiles.Article("Cả tỉnh"));
        var version = VersionId.Parse("ca-tinh.1.vi", null);
        var first = new FanOutStep(version, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow());

        // The same step twice at once: the host gives one that breaks off again.
        await Task.WhenAll(UntilTakenAsync(first), UntilTakenAsync(first));

        // How many messages there are says nothing, since storage may take one twice whose answer was late; but all say the same.
        var second = Assert.Single((await StepsAsync(version)).Distinct());
        Assert.Equal(1_000, second.Planned);
        await OpenAsync(version, opens: 7);
        await FanOut.TakeAsync(second, Cancellation);
        var third = Assert.Single((await StepsAsync(version)).Distinct());
        Assert.Equal(2_000, third.Planned);
        await FanOut.TakeAsync(third, Cancellation);
        await FanOut.TakeAsync(first, Cancellation);
        await FanOut.TakeAsync(third, Cancellation);
        await FanOut.TakeAsync(second, Cancellation);
        await StepsAsync(version);

        var links = await rooms.Store.Links.PartitionsAsync(LinkCode.PrefixOf(version), DeliveriesJson.Default.ShortLink, Cancellation)
            .ToListAsync(Cancellation);
        Assert.Equal((Province.Size, Province.Size), (await CountAsync(version), links.Count));
        Assert.Equal(7_000, links.Sum(link => link.Value.Opens));
        var published = await rooms.Store.Editorial.StartingWithAsync(
            Keys.Editorial, Keys.PublishedPrefix, PublishingJson.Default.PublishedVersion, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Province.Size, Assert.Single(published, row => row.Value.Version == version).Value.Deliveries);

        // The plan stands in the backlog several times over by now, and every chat gets one post.
        await rooms.SendAsync();
        Assert.Equal(
            (Province.Size, Province.Size), (rooms.Telegram.Posts.Count, rooms.Telegram.Posts.DistinctBy(post => post.Chat).Count()));
    }

    [Fact]
    public async Task Withdrawing_half_way_ends_the_plan_and_stops_what_was_planned()
    {
        await rooms.HandInAsync("items/nua-chung.md", SampleFiles.Article("Nửa chừng"));
        var version = VersionId.Parse("nua-chung.1.vi", null);
        await FanOut.TakeAsync(new(version, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow()), Cancellation);

        await WithdrawAsync("nua-chung");
        await FanOut.TakeAsync(Assert.Single((await StepsAsync(version)).Distinct()), Cancellation);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);

        Assert.Empty(await StepsAsync(version));
        var states = await rooms.Store.Deliveries.PartitionsAsync(
            Keys.DeliveriesOf(version.ToString()),
            DeliveriesJson.Default.Delivery,
            Cancellation).Select(row => row.Value.State).ToListAsync(Cancellation);
        Assert.Equal(FanOut.StepSize, states.Count);
        Assert.All(states, state => Assert.Equal(DeliveryState.Withdrawn, state));
        Assert.Empty(await StopDueAsync());
    }

    [Fact]
    public async Task What_is_withdrawn_and_stopped_while_a_step_is_being_written_is_stopped_once_more()
    {
        await rooms.HandInAsync("items/dang-viet.md", SampleFiles.Article("Đang viết", frontMatter: "communes: [telegram-000]"));
        var version = VersionId.Parse("dang-viet.1.vi", null);
        var step = InterruptedFanOut.Of(rooms, () =>
        {
            WithdrawAsync("dang-viet").GetAwaiter().GetResult();
            rooms.Get<StopDispatcher>().StopDueAsync(Cancellation).GetAwaiter().GetResult();
        });
        await step.TakeAsync(new(version, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow()), Cancellation);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);

        Assert.True(await CountAsync(version) > 0);
        Assert.All(
            await rooms.Store.Deliveries.PartitionsAsync(
                Keys.DeliveriesOf(version.ToString()), DeliveriesJson.Default.Delivery, Cancellation).ToListAsync(Cancellation),
            row => Assert.Equal(DeliveryState.Withdrawn, row.Value.State));
    }

    private async Task UntilTakenAsync(FanOutStep step)
    {
        while (true)
        {
            try
            {
                await FanOut.TakeAsync(step, Cancellation);
                return;
            }
            catch (InvalidOperationException)
            {
                Cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task WithdrawAsync(string item) =>
        Assert.True(
            (await rooms.Get<ItemCommands>().WithdrawAsync(new(item), new("can-bo"), "Sai số liệu", ETag.All, Cancellation)).IsValid);

    /// <summary>Every link is opened so many times.</summary>
    private async Task OpenAsync(VersionId version, int opens)
    {
        var links = await rooms.Store.Links.PartitionsAsync(LinkCode.PrefixOf(version), DeliveriesJson.Default.ShortLink, Cancellation)
            .ToListAsync(Cancellation);
        foreach (var chunk in links.GroupBy(link => link.PartitionKey, StringComparer.Ordinal)
            .SelectMany(commune => commune.Chunk(Transaction.Limit)))
        {
            var transaction = new Transaction(chunk[0].PartitionKey);
            foreach (var row in chunk)
            {
                transaction.Replace(row, row.Value with { Opens = opens }, DeliveriesJson.Default.ShortLink);
            }

            Assert.True(await transaction.CommitAsync(rooms.Store.Links, Cancellation));
        }
    }

    /// <summary>Takes all messages of next steps, and tells those of one version: another test may have left its own.</summary>
    private async Task<List<FanOutStep>> StepsAsync(VersionId version)
    {
        List<FanOutStep> steps = [];
        while ((
            await rooms.Store.FanOuts.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5), Cancellation)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                steps.Add(PublishingQueues.ReadStep(message.Body.ToString()));
                await rooms.Store.FanOuts.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
            }
        }

        return steps.FindAll(step => step.Version == version);
    }

    private ValueTask<List<Row<ItemDue>>> StopDueAsync() =>
        rooms.Store.Editorial.StartingWithAsync(Keys.Editorial, Keys.StopDuePrefix, ContentJson.Default.ItemDue, Cancellation)
            .ToListAsync(Cancellation);

    private ValueTask<int> CountAsync(VersionId version) =>
        rooms.Store.Deliveries.PartitionsAsync(Keys.DeliveriesOf(version.ToString()), DeliveriesJson.Default.Delivery, Cancellation)
            .CountAsync(Cancellation);

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
