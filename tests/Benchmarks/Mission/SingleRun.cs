using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>One item to all destinations while nothing else is to be done.</summary>
internal static class SingleRun
{
    /// <summary>Long enough before the item is due for the host to find its file.</summary>
    private const int DropAt = 15;

    /// <summary>After both ticks of a minute, and what they set off.</summary>
    private const int LookAt = 50;

    /// <param name="number">The item, which is the next that this storage gets.</param>
    public static async Task<SingleResult> RunAsync(MissionWorld world, StartedHost host, MissionSite site, int number)
    {
        var dropAt = await CloudSchedules.UntilSecondAsync(DropAt, free: 2);
        var before = await host.MeasureAsync();
        var due = dropAt.AddSeconds(60 - DropAt);
        await world.DropAsync(number, due);
        await host.OrEndAsync(world.Channels.UntilAsync((number + 1) * MissionPlan.Posts));
        var end = await CloudSchedules.UntilSecondAsync(LookAt, free: 0);
        var after = await host.MeasureAsync();
        var posts = await world.Channels.SinceAsync(dropAt);
        var (states, last) = await site.DeliveriesOfAsync(MissionPlan.ItemId(number));
        var beforeFeeds = await host.MeasureAsync();
        var entries = await site.CountFeedEntriesAsync();
        var feeds = (await host.MeasureAsync()).Since(beforeFeeds);
        return new(
            after.Since(before),
            (end - dropAt).TotalSeconds,
            (posts.Last - due)?.TotalSeconds,
            (last - due)?.TotalSeconds,
            states,
            new(entries, feeds));
    }
}
