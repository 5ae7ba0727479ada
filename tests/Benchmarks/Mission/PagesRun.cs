using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>Pages that people use, with all that was published in storage, while no timer runs.</summary>
internal static class PagesRun
{
    private const int WarmUps = 3;

    private const int Requests = 15;

    public static async Task<IReadOnlyList<PageResult>> RunAsync(MissionWorld world, int items)
    {
        using var host = world.Run(MissionPlan.NoTimers);
        using var site = await MissionSite.OpenAsync(host);
        var item = MissionPlan.ItemId(items / 2);
        (string Name, string Path)[] pages =
        [
            ("an item", $"items/{item}"),
            ("an item's reach", $"api/items/{item}/reach"),
            ("a commune's hand tasks", "hand-tasks?commune=xa-00"),
            ("the ward's hand tasks", $"hand-tasks?commune={MissionPlan.Ward}"),
            ("troubles", "troubles"),
            ("an item's deliveries", $"items/{item}/deliveries"),
            ("all items", "items"),
        ];
        List<PageResult> results = [];
        foreach (var (name, path) in pages)
        {
            results.Add(await MeasureAsync(host, site, (name, path), items));
        }

        await host.StopAsync();
        return results;
    }

    private static async Task<PageResult> MeasureAsync(StartedHost host, MissionSite site, (string Name, string Path) page, int items)
    {
        for (var request = 0; request < WarmUps; request++)
        {
            await site.TimeAsync(page.Path);
        }

        var before = await host.MeasureAsync();
        List<double> times = [];
        while (times.Count < Requests)
        {
            times.Add(await site.TimeAsync(page.Path));
        }

        var reads = (await host.MeasureAsync()).Since(before).Of(StorageUse.Program);
        return new(page.Name, items, reads / (double)Requests, times.Order().ElementAt(Requests / 2));
    }
}
