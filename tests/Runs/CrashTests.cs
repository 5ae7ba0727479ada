using Dissemination.Deliveries;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Local;

namespace Dissemination.Tests.Runs;

/// <summary>Worker, host or both are killed at random moments and started again, over and over.</summary>
[Collection(WholeMachine.Name)]
public sealed class CrashTests
{
    public CrashTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    private enum Victim
    {
        Worker,
        Host,
        Both,
    }

    [Fact]
    public Task Killed_at_random_moments_it_loses_nothing_posts_nothing_twice_and_is_unsure_only_of_what_was_in_flight() =>
        RunSize.IsFull
            ? RunAsync(new() { Bots = 30, ChatsPerBot = 6, Pages = 20, Accounts = 10, GroupsPerAccount = 5, Items = 40 }, kills: 20)
            : RunAsync(new() { Bots = 8, ChatsPerBot = 4, Pages = 6, Accounts = 4, GroupsPerAccount = 3, Items = 20 }, kills: 4);

    [Fact]
    public Task A_month_of_items_to_lanes_with_a_single_destination_each_survives_kills_as_well() =>
        RunSize.IsFull
            ? RunAsync(new() { Bots = 45, Pages = 45, Accounts = 45, GroupsPerAccount = 2, Items = 120 }, kills: 20)
            : RunAsync(new() { Bots = 15, Pages = 15, Accounts = 15, Items = 15 }, kills: 2);

    private static async Task RunAsync(WorldPlan plan, int kills)
    {
#pragma warning disable RS0030 // A test that prints its seed may be random.
        var random = new Random(RunSize.Seed());
#pragma warning restore RS0030
        await using var world = await World.StartAsync(plan);
        await world.HandInAsync();
        var inFlight = 0;
        var within =
            plan.Deliveries * 9 / 10; // What is uncertain may not be there: the last kills must not wait for more posts than there will be.
        var program = await world.RunAsync(World.NoLimits);
        for (var kill = 0; kill < kills; kill++)
        {
            await world.UntilPostedAsync((within * kill / kills) + random.Next(within / kills));
            await KillAsync(program, (Victim)(kill % 3));
            inFlight += await world.CountInFlightAsync();
            if (program.HasExited)
            {
                program = await world.RunAsync(World.NoLimits);
            }
            else
            {
                await program.WaitUntilWorkerRunsAgainAsync();
            }
        }

        await world.UntilEndedAsync();

        var deliveries = await world.DeliveriesAsync();
        Assert.Equal(plan.Deliveries, deliveries.Count);
        Assert.Empty(Truth.Disagreements(deliveries, world.Posted));
        Assert.InRange(deliveries.Count(delivery => delivery.State is DeliveryState.Uncertain), 0, inFlight);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{deliveries.Count(delivery => delivery.State is DeliveryState.Uncertain)} uncertain of {inFlight} in flight at {kills} kills");
    }

    /// <summary>
    /// A host starts its worker again; a worker ends with its host. Either way nothing of the killed worker is at work any more afterwards.
    /// </summary>
    private static async Task KillAsync(BuiltProgram program, Victim victim)
    {
        using var worker = program.Worker;
        if (victim is not Victim.Worker)
        {
            program.Kill();
            await program.WaitUntilEndAsync();
        }

        if (victim is not Victim.Host)
        {
            worker.Kill();
        }

        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
