using Dissemination.Simulators.Faults;

namespace Dissemination.Tests.Local;

/// <summary>A function gets the time that <c>host.json</c> gives it, and no more.</summary>
public sealed class FunctionTimeoutTests
{
    public FunctionTimeoutTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public async Task A_function_that_takes_too_long_is_stopped_and_what_it_left_goes_on()
    {
        await using var host = await OneHost.StartAsync([.. OneHost.QuickRetries, "--AzureFunctionsJobHost:functionTimeout=00:00:05"]);
        host.Telegram.Faults = OneHost.Hanging;
        await host.HandInAsync();

        await Eventually.IsTrueAsync(
            () => host.Program.Output.Contains("PublishDue: took too long", StringComparison.Ordinal), "it was stopped");
        host.Telegram.Faults = FaultPlan.None;

        // What was cut off is uncertain and never sent again; the lane goes on with what comes next.
        await host.AssertNextIsPostedAsync();
    }
}
