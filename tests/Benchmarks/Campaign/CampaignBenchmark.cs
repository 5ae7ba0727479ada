using System.Globalization;
using System.Text.Json;
using Dissemination.Benchmarks.Mission;
using Dissemination.Local;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Campaign;

/// <summary>
/// The campaign page with the summaries of a million deliveries in storage: how long it takes from request to last byte, through the host
/// to the worker, and how often it reads storage, with each filter.
/// </summary>
internal static class CampaignBenchmark
{
    public const int Usual = 2_200;

    private const int WarmUps = 3;
    private const int Requests = 15;

    /// <summary>What the page is held to.</summary>
    private const double MostMilliseconds = 300;

    private const double MostReads = 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new WrittenNumber() },
    };

    /// <returns>1 where a page took longer, or read more, than it may.</returns>
    public static async Task<int> RunAsync(int items)
    {
        await using var world = await MissionWorld.StartAsync("campaign");
        var now = TimeProvider.System.GetUtcNow();
        var deliveries = await new CampaignWorld(items, now).WriteAsync(world.Store);
        using var host = world.Run(MissionPlan.NoTimers);
        using var site = await MissionSite.OpenAsync(host);
        await site.UntilDirectoryAsync();

        var first = await MeasureAsync(host, site, ("first page after a start", "campaign?month=all"), (items, 1));
        List<PageResult> pages = [];
        foreach (var page in Pages(items))
        {
            for (var request = 0; request < WarmUps; request++)
            {
                await site.TimeAsync(page.Path);
            }

            pages.Add(await MeasureAsync(host, site, page, (items, Requests)));
        }

        using var worker = await host.WorkerAsync();
        var memory = worker.PeakWorkingSet64 / 1048576.0;
        await host.StopAsync();
        CampaignResult result = new(now, Machine.This, items, deliveries, first, pages, memory);
        await TellAsync(result);
        return pages.TrueForAll(page => page is { Milliseconds: <= MostMilliseconds, Reads: <= MostReads }) ? 0 : 1;
    }

    private static (string Name, string Path)[] Pages(int items) =>
    [
        ("the last thirty days", "campaign"),
        ("the whole campaign", "campaign?month=all"),
        ("one language", "campaign?month=all&language=blt-Tavt"),
        ("one topic", $"campaign?month=all&topic={CampaignWorld.TopicOf(3)}"),
        ("one channel", "campaign?month=all&channel=facebook"),
        ("one commune", "campaign?month=all&commune=xa-03"),
        ("one channel in one commune", "campaign?month=all&channel=zalo&commune=phuong"),
        ("one item", $"campaign?item={CampaignWorld.ItemOf(items / 2)}"),
        ("a commune, item by item", "campaign/communes/xa-03?month=all"),
        ("a table as a file", "campaign/board.csv?month=all"),
    ];

    private static async Task<PageResult> MeasureAsync(
        StartedHost host, MissionSite site, (string Name, string Path) page, (int Items, int Requests) of)
    {
        var before = await host.MeasureAsync();
        List<double> times = [];
        while (times.Count < of.Requests)
        {
            times.Add(await site.TimeAsync(page.Path));
        }

        var reads = (await host.MeasureAsync()).Since(before).Of(StorageUse.Program);
        return new(page.Name, of.Items, reads / (double)of.Requests, times.Order().ElementAt(of.Requests / 2));
    }

    private static async Task TellAsync(CampaignResult result)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Items} items, {result.Deliveries} deliveries; the worker had {result.WorkerMegabytes:F0} MB at most"));
        Console.WriteLine("| page | median (ms) | reads |");
        Console.WriteLine("|---|---|---|");
        foreach (var page in result.Pages.Prepend(result.First))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {page.Page} | {page.Milliseconds:F0} | {page.Reads:F1} |"));
        }

        var file = Path.Combine(LocalSettings.RepositoryFolder(AppContext.BaseDirectory), "docs", "benchmarks", "campaign.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(result, Json) + "\n");
    }
}
