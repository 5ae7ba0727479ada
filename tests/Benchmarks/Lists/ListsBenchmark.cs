using System.Globalization;
using System.Text.Json;
using Dissemination.Benchmarks.Mission;
using Dissemination.Local;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Lists;

/// <summary>
/// Every list that people work from, with a month of the mission in storage: how long it takes from request to last byte, through the host
/// to the worker, and how often it reads storage.
/// </summary>
internal static class ListsBenchmark
{
    private const int WarmUps = 3;
    private const int Requests = 15;

    /// <summary>What each list is held to.</summary>
    private const double MostMilliseconds = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new WrittenNumber() },
    };

    private static readonly (string Name, string Person, string Path)[] Lists =
    [
        ("items", MissionPlan.Staff, "items"),
        ("items, the third fifty", MissionPlan.Staff, "items?page=2"),
        ("items, by words", MissionPlan.Staff, "items?q=ca+phe+so+12"),
        ("items, by id", MissionPlan.Staff, "items?q=tin-0123"),
        ("items, those that wait for an approval", MissionPlan.Staff, "items?state=waiting-for-approval"),
        ("items, of one topic in one commune", MissionPlan.Staff, "items?topic=macadamia&commune=xa-03"),
        ("items, waiting on people", MissionPlan.Staff, "items?waiting=translators&sort=time"),
        ("approvals", ListsWorld.Approver, "approvals"),
        ("calendar, a month", MissionPlan.Staff, "calendar"),
        ("calendar, a week", MissionPlan.Staff, "calendar?view=week"),
        ("calendar, one commune and language", MissionPlan.Staff, "calendar?commune=xa-00&language=blt-Tavt"),
        ("drafts", MissionPlan.Staff, "drafts"),
        ("directory, destinations", MissionPlan.Staff, "directory/destinations"),
        ("directory, destinations of the ward", MissionPlan.Staff, $"directory/destinations?commune={MissionPlan.Ward}"),
        ("hand tasks of a commune", ListsWorld.Communicator, "hand-tasks"),
        ("hand tasks of the ward", MissionPlan.Staff, $"hand-tasks?commune={MissionPlan.Ward}"),
        ("assignments", MissionPlan.Staff, "assignments"),
        ("assignments, the other language", MissionPlan.Staff, "assignments?language=hmn-Latn-x-chv"),
        ("inbox of a commune", ListsWorld.Communicator, "inbox"),
        ("inbox of staff", MissionPlan.Staff, "inbox"),
        ("files that were handed in", MissionPlan.Staff, "hand-in"),
        ("troubles", MissionPlan.Staff, "troubles"),
        ("what waits for the commune", ListsWorld.Communicator, "held"),
        ("reports", MissionPlan.Staff, "reports"),
    ];

    /// <returns>1 where a list took longer than it may.</returns>
    public static async Task<int> RunAsync()
    {
        await using var world = await MissionWorld.StartAsync("lists", ListsWorld.Communes, ListsWorld.People);
        var now = TimeProvider.System.GetUtcNow();
        await new ListsWorld(world, now).WriteAsync();
        using var host = world.Run(MissionPlan.NoTimers);
        List<PageResult> lists = [];
        foreach (var (name, person, path) in Lists)
        {
            using var site = await MissionSite.OpenAsync(host, person);
            lists.Add(await MeasureAsync(host, site, (name, path)));
        }

        await host.StopAsync();
        await TellAsync(new(now, Machine.This, ListsWorld.Items, ListsWorld.Waiting, ListsWorld.Published, ListsWorld.Drafts, lists));
        return lists.TrueForAll(list => list.Milliseconds <= MostMilliseconds) ? 0 : 1;
    }

    private static async Task<PageResult> MeasureAsync(StartedHost host, MissionSite site, (string Name, string Path) list)
    {
        for (var request = 0; request < WarmUps; request++)
        {
            await site.TimeAsync(list.Path);
        }

        var before = await host.MeasureAsync();
        List<double> times = [];
        while (times.Count < Requests)
        {
            times.Add(await site.TimeAsync(list.Path));
        }

        var reads = (await host.MeasureAsync()).Since(before).Of(StorageUse.Program);
        return new(list.Name, ListsWorld.Items, reads / (double)Requests, times.Order().ElementAt(Requests / 2));
    }

    private static async Task TellAsync(ListsResult result)
    {
        Console.WriteLine("| list | median (ms) | reads |");
        Console.WriteLine("|---|---|---|");
        foreach (var list in result.Lists)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {list.Page} | {list.Milliseconds:F0} | {list.Reads:F1} |"));
        }

        var file = Path.Combine(LocalSettings.RepositoryFolder(AppContext.BaseDirectory), "docs", "benchmarks", "lists.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(result, Json) + "\n");
    }
}
