namespace Dissemination.Tests.Runs;

/// <summary>Pages that people use, as a started program gives them.</summary>
internal static class MissionPages
{
    private const int WarmUps = 3;

    private const int Requests = 15;

    /// <param name="item">An item whose own pages are among them.</param>
    public static IReadOnlyList<(string Name, string Path)> With(string item) =>
    [
        ("an item", $"items/{item}"),
        ("an item's reach", $"api/items/{item}/reach"),
        ("a commune's hand tasks", "hand-tasks?commune=xa-00"),
        ("the ward's hand tasks", $"hand-tasks?commune={MissionPlan.Ward}"),
        ("troubles", "troubles"),
        ("an item's deliveries", $"items/{item}/deliveries"),
        ("all items", "items"),
    ];

    /// <summary>
    /// What a request for a page takes: the program's storage transactions on average, and the milliseconds at the median. What all pages
    /// keep for a few seconds is read once among them.
    /// </summary>
    public static async Task<(double Reads, double Milliseconds)> MeasureAsync(StartedHost host, MissionSite site, string path)
    {
        for (var request = 0; request < WarmUps; request++)
        {
            await site.TimeAsync(path);
        }

        var before = await host.MeasureAsync();
        List<double> times = [];
        while (times.Count < Requests)
        {
            times.Add(await site.TimeAsync(path));
        }

        var reads = (await host.MeasureAsync()).Since(before).Of(StorageUse.Program);
        return (reads / (double)Requests, times.Order().ElementAt(Requests / 2));
    }
}
