using Dissemination.Deliveries;
using Dissemination.Tests.Local;

namespace Dissemination.Tests.Runs;

/// <summary>
/// Worker, host or both are killed at random moments and started again, over and over. Most of the time nothing is at work: leases lapse,
/// and what was cut off has its minute. So it may run beside other tests.
/// </summary>
internal static class KilledRun
{
    private enum Victim
    {
        Worker,
        Host,
        Both,
    }

    public static async Task RunAsync(WorldPlan plan, int kills)
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
