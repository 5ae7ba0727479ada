using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>
/// A month at once: all items are read in while no timer runs; then a program that has timers finds all of them due. What the timers of
/// reach, reports and reminders do is left out here, and is in <see cref="SingleRun"/> and <see cref="IdleRun"/>.
/// </summary>
internal static class MonthRun
{
    /// <summary>How many files are dropped together.</summary>
    private const int AtOnce = 75;

    private static readonly string[] Timers =
    [
        "--PublishSchedule=*/2 * * * * *", "--SweepSchedule=30 * * * * *", "--ReminderSchedule=0 0 0 1 1 *", .. MissionPlan.NoFigures,
    ];

    /// <summary>The items that are looked at delivery by delivery.</summary>
    private const int Sample = 5;

    public static async Task<MonthResult> RunAsync(MissionWorld world, int items)
    {
        var handIn = await HandInAsync(world, items);
        var (storage, posts, took) = await SendAsync(world, items);
        using var host = world.Run(MissionPlan.NoTimers);
        using var site = await MissionSite.OpenAsync(host);
        SortedDictionary<string, int> sampled = new(StringComparer.Ordinal);
        foreach (var item in Enumerable.Range(0, items).Chunk(Math.Max(1, items / Sample)).Select(chunk => chunk[0]))
        {
            foreach (var (state, count) in (await site.DeliveriesOfAsync(MissionPlan.ItemId(item))).States)
            {
                sampled[state] = sampled.GetValueOrDefault(state) + count;
            }
        }

        await host.StopAsync();
        return new(items, handIn, storage, posts, sampled, took);
    }

    private static async Task<Measurement> HandInAsync(MissionWorld world, int items)
    {
        using var host = world.Run(MissionPlan.NoTimers);
        using var site = await MissionSite.OpenAsync(host);
        await site.UntilDirectoryAsync();
        foreach (var some in Enumerable.Range(0, items).Chunk(AtOnce))
        {
            await HandInAsync(world, site, some);
        }
        return await host.StopAsync();
    }

    /// <summary>
    /// Drops items until they are there. The listener that looks through a container by the times of its blobs, which are whole seconds,
    /// passes over one now and then that came in the second in which it looked: such a one is dropped again.
    /// </summary>
    private static async Task HandInAsync(MissionWorld world, MissionSite site, int[] items)
    {
        int[] missing = items, before;
        do
        {
            foreach (var item in missing)
            {
                await world.DropAsync(item);
            }

            do
            {
                before = missing;
                await Task.Delay(TimeSpan.FromSeconds(4));
                var there = await site.ItemsAsync();
                missing = [.. items.Where(item => !there.Contains(MissionPlan.ItemId(item)))];
            }
            while (missing.Length > 0 && missing.Length < before.Length);
        }
        while (missing.Length > 0);
    }

    private static async Task<(Measurement Storage, PostsThere Posts, Took Took)> SendAsync(MissionWorld world, int items)
    {
        using var host = world.Run(Timers);
        using var worker = await host.WorkerAsync();
        MeasuredProcesses processes = new(host.Process, worker, world.Azurite);
        await host.OrEndAsync(world.Channels.UntilAsync(1));
        var begun = processes.Now();
        var posts = await host.OrEndAsync(world.Channels.UntilAsync(items * MissionPlan.Posts));
        var took = processes.Now() - begun;
        await host.UntilDeliveredAsync(items * (MissionPlan.Posts + MissionPlan.Feeds));
        var peak = processes.Now();
        return (await host.StopAsync(), posts, took with { WorkerPeak = peak.WorkerPeak, HostPeak = peak.HostPeak });
    }
}
