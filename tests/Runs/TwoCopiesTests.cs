using Dissemination.Deliveries;
using Dissemination.Simulators.Faults;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Runs;

/// <summary>As many instances as the host likes, over one storage.</summary>
[Collection(WholeMachine.Name)]
public sealed class TwoCopiesTests
{
    public TwoCopiesTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public async Task Two_copies_of_the_program_over_one_storage_post_nothing_twice_and_lose_nothing()
    {
        var plan = new WorldPlan
        {
            Bots = 10,
            ChatsPerBot = 5,
            Pages = 5,
            Accounts = 5,
            GroupsPerAccount = 2,
            Items = RunSize.IsFull ? 100 : 12,
        };
        await using var world = await World.StartAsync(plan);
        foreach (var simulator in world.Simulators)
        {
            // Slow enough that both are at work at once.
            simulator.Faults = new FaultPlan
            {
                Shares = System.Collections.Immutable.ImmutableDictionary<Fault, double>.Empty.Add(Fault.Slow, 0.2),
                Slowness = TimeSpan.FromMilliseconds(200),
            };
        }

        await world.HandInAsync();
        await world.RunAsync(World.NoLimits);
        await world.RunAsync(World.NoLimits);
        await world.UntilEndedAsync();

        var deliveries = await world.DeliveriesAsync();
        Assert.Equal(plan.Deliveries, deliveries.Count);
        Assert.Empty(Truth.Disagreements(deliveries, world.Posted));
        Assert.All(deliveries, delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
    }
}
