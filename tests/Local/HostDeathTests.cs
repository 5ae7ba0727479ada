using Dissemination.Simulators.Faults;

namespace Dissemination.Tests.Local;

/// <summary>A host that is killed takes its worker with it and loses nothing.</summary>
public sealed class HostDeathTests
{
    public HostDeathTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public async Task A_worker_ends_with_a_killed_host_and_what_was_in_hand_comes_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows ends a closed console's processes itself.");
        await using var host = await OneHost.StartAsync();
        host.Telegram.Faults = OneHost.Hanging;
        await host.HandInAsync();
        await host.Telegram.UntilCalledAsync(1);
        using var worker = host.Program.Worker;

        host.Program.Kill();
        await host.Program.WaitUntilEndAsync();
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        await host.Program.DisposeAsync();
        host.Telegram.Faults = FaultPlan.None;
        await host.RestartAsync();

        await host.UntilNothingIsInHandAsync();
    }
}
