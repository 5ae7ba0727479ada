namespace Dissemination.Tests.Runs;

/// <summary>Killed over and over, with lanes that have many deliveries each.</summary>
public sealed class CrashTests
{
    public CrashTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public Task Killed_at_random_moments_it_loses_nothing_posts_nothing_twice_and_is_unsure_only_of_what_was_in_flight() =>
        RunSize.IsFull
            ? KilledRun.RunAsync(
                new() { Bots = 30, ChatsPerBot = 6, Pages = 20, Accounts = 10, GroupsPerAccount = 5, Items = 40 }, kills: 20)
            : KilledRun.RunAsync(
                new() { Bots = 8, ChatsPerBot = 4, Pages = 6, Accounts = 4, GroupsPerAccount = 3, Items = 20 }, kills: 4);
}
