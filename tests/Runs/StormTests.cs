using System.Collections.Immutable;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Simulators.Faults;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Runs;

/// <summary>Channels that throttle, fail and cut connections at every turn, and two whose credential dies half way.</summary>
[Collection(WholeMachine.Name)]
public sealed class StormTests
{
    private const int RetryAfter = 4;

    /// <summary>On a machine that does everything at once, a call may be under way for so long.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(3);

    public StormTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public async Task In_a_storm_every_delivery_ends_as_believed_only_dead_lanes_stop_and_no_lane_is_asked_sooner_than_it_said()
    {
        var plan = RunSize.IsFull
            ? new WorldPlan { Bots = 30, ChatsPerBot = 6, Pages = 20, Accounts = 10, GroupsPerAccount = 5, Items = 40 }
            : new WorldPlan { Bots = 8, ChatsPerBot = 4, Pages = 6, Accounts = 4, GroupsPerAccount = 3, Items = 8 };
        await using var world = await World.StartAsync(plan);
        var seed = RunSize.Seed();
        foreach (var (number, simulator) in world.Simulators.Index())
        {
            simulator.Faults = new FaultPlan
            {
                Seed = seed + number,
                RetryAfter = RetryAfter,
                UnderWay = UnderWay,
                Shares = ImmutableDictionary.CreateRange<Fault, double>(
                [
                    new(Fault.Throttled, 0.20),
                    new(Fault.ServerError, 0.03),
                    new(Fault.ServerErrorAfterAccept, 0.02),
                    new(Fault.CutAfterAccept, 0.02),
                ]),
            };
        }

        world.Telegram.Faults = world.Telegram.Faults with
        {
            DiesAfter = ImmutableDictionary<string, int>.Empty.Add(World.BotToken(0), plan.Items),
        };
        world.Facebook.Faults = world.Facebook.Faults with
        {
            DiesAfter = ImmutableDictionary<string, int>.Empty.Add(World.PageToken(0), plan.Items / 2),
        };
        await world.HandInAsync();

        await world.RunAsync(
            [.. World.NoLimits, $"--Channels:Facebook:ThrottleWait=00:00:0{RetryAfter}", $"--Channels:Zalo:ThrottleWait={RetryAfter}", "--Channels:Zalo:ArticleShowsWithin=1"]);
        await world.UntilEndedAsync();

        var deliveries = await world.DeliveriesAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(
                ", ",
                deliveries.GroupBy(delivery => delivery.State).Select(state => $"{state.Count()} {state.Key}"))
                    + $"; {world.Simulators.Sum(simulator => simulator.Throttled)} times throttled");
        Assert.Equal(plan.Deliveries, deliveries.Count);
        Assert.Empty(Truth.Disagreements(deliveries, world.Posted));
        Assert.Equal(["facebook_000", "telegram_000"], await StoppedAsync(world.OpenStore()));
        Assert.All(
            deliveries.Where(delivery => delivery.State is DeliveryState.Failed),
            delivery => Assert.Contains(delivery.Lane, (string[])["facebook_000", "telegram_000"]));
        Assert.Equal(0, world.Simulators.Sum(simulator => simulator.AskedTooSoon));

        // What can be read back is settled; only the others wait for a person. With a dead token nothing can be read.
        Assert.DoesNotContain(
            deliveries,
            delivery => delivery is { State: DeliveryState.Uncertain, Channel: ChannelKind.Facebook, Lane: not "facebook_000" });
    }

    private static async Task<IEnumerable<string>> StoppedAsync(Store store) =>
        await store.Destinations
            .StartingWithAsync(Keys.Health, Keys.LaneHealth(""), SendingJson.Default.LaneHealth, TestContext.Current.CancellationToken)
            .Where(row => row.Value.Stopped is not null)
            .Select(row => row.Value.Lane)
            .Order(StringComparer.Ordinal)
            .ToListAsync(TestContext.Current.CancellationToken);
}
