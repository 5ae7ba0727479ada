using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>Pages that people use, with all that was published in storage, while no timer runs.</summary>
internal static class PagesRun
{
    public static async Task<IReadOnlyList<PageResult>> RunAsync(MissionWorld world, int items)
    {
        using var host = world.Run(MissionPlan.NoTimers);
        using var site = await MissionSite.OpenAsync(host);
        List<PageResult> results = [];
        foreach (var (name, path) in MissionPages.With(MissionPlan.ItemId(items / 2)))
        {
            var (reads, milliseconds) = await MissionPages.MeasureAsync(host, site, path);
            results.Add(new(name, items, reads, milliseconds));
        }

        await host.StopAsync();
        return results;
    }
}
