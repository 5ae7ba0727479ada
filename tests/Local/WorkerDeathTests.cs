using System.Net;
using Dissemination.Simulators.Faults;

namespace Dissemination.Tests.Local;

/// <summary>A worker that died is started again, but not for ever.</summary>
public sealed class WorkerDeathTests
{
    public WorkerDeathTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public async Task A_worker_that_dies_is_started_again_and_what_it_had_in_hand_comes_again()
    {
        await using var host = await OneHost.StartAsync();
        host.Telegram.Faults = OneHost.Hanging;
        await host.HandInAsync();
        await host.Telegram.UntilCalledAsync(1);

        host.Program.Worker.Kill();
        await Eventually.IsTrueAsync(
            () => host.Program.Output.Contains("The worker died; starting it again.", StringComparison.Ordinal), "it was started again");
        host.Telegram.Faults = FaultPlan.None;
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync(""));
        await host.AssertNextIsPostedAsync();
        await host.UntilNothingIsInHandAsync();
    }

    [Fact]
    public async Task A_worker_that_dies_again_and_again_stops_the_host_with_a_word_why()
    {
        await using var host = await OneHost.StartAsync();

        // Each death is told, and the next worker is a child of the same host. Where a start takes long, three deaths lie too far apart.
        for (var deaths = 0; deaths < 4 * Dissemination.Local.Worker.RestartPolicy.MostDeaths && !host.Program.HasExited; deaths++)
        {
            await Eventually.IsTrueAsync(
                () => ChildProcesses.Of(host.Program.Id, "--functions-uri") is [_, ..] || host.Program.HasExited, "a worker runs");
            foreach (var worker in ChildProcesses.Of(host.Program.Id, "--functions-uri"))
            {
                using (worker)
                {
                    worker.Kill();
                    await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
                }
            }
        }

        Assert.NotEqual(0, await host.Program.WaitUntilEndAsync());
        Assert.Contains("died 3 times", host.Program.Output, StringComparison.Ordinal);
    }
}
