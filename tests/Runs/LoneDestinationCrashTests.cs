namespace Dissemination.Tests.Runs;

/// <summary>Killed over and over, with many lanes that have hardly anything to do.</summary>
public sealed class LoneDestinationCrashTests
{
    public LoneDestinationCrashTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public Task A_month_of_items_to_lanes_with_a_single_destination_each_survives_kills_as_well() =>
        RunSize.IsFull
            ? KilledRun.RunAsync(new() { Bots = 45, Pages = 45, Accounts = 45, GroupsPerAccount = 2, Items = 120 }, kills: 20)
            : KilledRun.RunAsync(new() { Bots = 15, Pages = 15, Accounts = 15, Items = 15 }, kills: 2);
}
