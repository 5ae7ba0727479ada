using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Tests.Channels;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dissemination.Tests.Storage;

public sealed class OutboxTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private readonly OutboxTopic<ItemDue> _topic = Topic($"thu-{Guid.CreateVersion7()}.");
    private readonly List<string> _taken = [];
    private readonly List<string> _failed = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_is_taken_once_in_the_order_of_the_keys_and_its_row_goes()
    {
        await HandOverAsync("ba", "mot", "hai");

        await DispatchAsync();
        await DispatchAsync();

        Assert.Equal(["ba", "hai", "mot"], _taken);
    }

    [Fact]
    public async Task A_step_that_fails_or_is_not_done_stays_and_stops_no_other()
    {
        await HandOverAsync("hong", "chua", "tot");

        await DispatchAsync();
        await DispatchAsync();

        Assert.Equal(["hong", "hong"], _failed);
        Assert.Equal(["chua", "tot", "chua"], _taken);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_stops_no_other()
    {
        await HandOverAsync("mot", "ba");
        await storage.Store.Editorial.AddEntityAsync(
            new TableEntity(Keys.Editorial, $"{_topic.Prefix}hai") { ["Json"] = "{ rác" }, Cancellation);

        await DispatchAsync();

        Assert.Equal(["ba", "mot"], _taken);
    }

    [Fact]
    public async Task What_was_wanted_again_meanwhile_stays()
    {
        await HandOverAsync("bai");

        await DispatchAsync(step: async () => await HandOverAsync("bai"));
        await DispatchAsync();

        Assert.Equal(["bai", "bai"], _taken);
    }

    [Fact]
    public async Task What_a_step_writes_and_that_it_is_done_are_one_transaction_and_what_follows_comes_behind_it()
    {
        await HandOverAsync("bai");
        var next = Topic($"sau-{Guid.CreateVersion7()}.");
        var followed = 0;

        await Outbox().DispatchAsync(
            _topic,
            10,
            (_, _) => Task.FromResult(OutboxOutcome.Done with
            {
                With = new Transaction(Keys.Editorial).HandOver(next, new(new("bai"), DateTimeOffset.UnixEpoch)),
                Then = async token => followed += await storage.Store.Editorial
                    .StartingWithAsync(Keys.Editorial, next.Prefix, next.Json, token).CountAsync(token),
            }),
            Cancellation,
            failed: FailedAsync);

        Assert.Equal(1, followed);
        await DispatchAsync();
        Assert.Empty(_taken);
    }

    [Fact]
    public async Task No_more_steps_are_taken_than_one_invocation_may()
    {
        await HandOverAsync("a", "b", "c");

        await DispatchAsync(atMost: 2);

        Assert.Equal(["a", "b"], _taken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Steps_that_fail_or_are_not_done_for_ever_starve_no_other_and_take_turns(bool fail)
    {
        await HandOverAsync("a", "b", "c", "tot");
        var outbox = Outbox();

        for (var tick = 0; tick < 4; tick++)
        {
            await outbox.DispatchAsync(
                _topic,
                2,
                (due, _) =>
                {
                    _taken.Add(due.Item.Value);
                    return due.Item.Value is "tot" ? Task.FromResult(OutboxOutcome.Done)
                        : fail ? throw new InvalidOperationException("hỏng")
                        : Task.FromResult(OutboxOutcome.Later);
                },
                Cancellation);
        }

        Assert.Equal(["a", "b", "c", "tot", "a", "b", "c", "a"], _taken);
    }

    [Fact]
    public async Task However_many_new_steps_come_a_part_of_each_turn_is_for_those_that_were_not_done_by_turns()
    {
        await HandOverAsync("a", "b", "c", "y", "z");
        var outbox = Outbox();
        await TickAsync();
        _taken.Clear();

        for (var tick = 0; tick < 3; tick++)
        {
            await HandOverAsync([.. Enumerable.Range(0, 9).Select(number => $"m-{tick}-{number}")]);
            await TickAsync();
        }

        Assert.Equal(["a", "b", "c", "y", "z", "a"], _taken.Where(item => item.Length == 1));
        Assert.Equal(18, _taken.Count(item => item.Length > 1));

        Task TickAsync() => outbox.DispatchAsync(
            _topic,
            8,
            (due, _) =>
            {
                _taken.Add(due.Item.Value);
                return Task.FromResult(due.Item.Value.Length == 1 ? OutboxOutcome.Later : OutboxOutcome.Done);
            },
            Cancellation);
    }

    private static OutboxTopic<ItemDue> Topic(string prefix) =>
        new("test", prefix, ContentJson.Default.ItemDue, due => $"{prefix}{due.Item}");

    private Outbox Outbox() => new(storage.Store, NullLogger<Outbox>.Instance);

    private async Task HandOverAsync(params string[] items)
    {
        var transaction = new Transaction(Keys.Editorial);
        foreach (var item in items)
        {
            transaction.HandOver(_topic, new(new(item), DateTimeOffset.UnixEpoch));
        }

        await transaction.CommitAsync(storage.Store.Editorial, Cancellation);
    }

    private Task DispatchAsync(int atMost = 10, Func<Task>? step = null) =>
        Outbox().DispatchAsync(
            _topic,
            atMost,
            async (due, _) =>
            {
                if (due.Item.Value == "hong")
                {
                    throw new InvalidOperationException("hỏng");
                }

                _taken.Add(due.Item.Value);
                await (step?.Invoke() ?? Task.CompletedTask);
                return due.Item.Value == "chua" ? OutboxOutcome.Later : OutboxOutcome.Done;
            },
            Cancellation,
            failed: FailedAsync);

    private Task FailedAsync(ItemDue due, CancellationToken cancellationToken)
    {
        _failed.Add(due.Item.Value);
        return Task.CompletedTask;
    }
}
