using System.Globalization;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Runs;

/// <summary>
/// What the program asks of storage at the shape that the mission has: nearly every destination alone on its lane. Counts only: how long
/// it takes says <c>tests/Benchmarks -- mission</c>.
/// </summary>
[Collection(WholeMachine.Name)]
public sealed class MissionTests(MissionRun run) : IClassFixture<MissionRun>
{
    [Fact]
    public void Many_items_at_once_cost_at_most_15_transactions_for_a_hundred_deliveries() =>
        AssertAtMost(0.15, run.Month, MissionRun.Items * MissionPlan.Destinations);

    [Fact]
    public void A_single_item_costs_at_most_50_transactions_for_a_hundred_deliveries_from_its_file_to_its_last_post() =>
        AssertAtMost(0.5, run.Single, MissionPlan.Destinations);

    [Fact]
    public void Nothing_to_do_costs_at_most_6_transactions_for_the_timers_of_a_minute() => AssertAtMost(6, run.Idle, MissionRun.Ticks);

    [Fact]
    public void A_page_reads_six_times_at_most() =>
        Assert.All(run.Pages, page => Assert.True(Math.Floor(page.Reads) is > 0 and <= 6, $"{page.Name}: {page.Reads:F1} reads"));

    [Fact]
    public void All_deliveries_of_an_item_are_there_and_those_by_machine_have_ended() => Assert.Equal(
        [
            "facebook delivered 45", "group due 122", "loudspeaker due 22", "telegram delivered 92", "website delivered 45",
            "zalo delivered 144",
        ],
        run.Deliveries.Select(state => string.Create(CultureInfo.InvariantCulture, $"{state.Key} {state.Value}")));

    private static void AssertAtMost(double limit, Measurement measured, int units)
    {
        var each = measured.Of(StorageUse.Program) / (double)units;
        var uses = measured.Since(Measurement.None).Storage.Where(use => use.By == StorageUse.Program)
            .Select(use => $"{use.Count} {use.Service} {use.Name}, {use.Access}");
        Assert.True(each <= limit, string.Create(CultureInfo.InvariantCulture, $"{each:F3}, of at most {limit}: {string.Join("; ", uses)}"));
    }
}
