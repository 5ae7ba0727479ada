using System.Globalization;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>
/// Delivery at the shape that the mission has: many items to many destinations, nearly every one alone on its lane. A month at once, and
/// how time grows up to it; a single item; nothing at all; the pages that people use; and two plain programs beside it.
/// </summary>
internal static class MissionBenchmark
{
    /// <summary>The items of about ten thousand deliveries, which a month is held against.</summary>
    private const int TenThousand = 21;

    /// <summary>The share of a month at which pages are looked at too, and of what the slowest peer gets.</summary>
    private const int Tenth = 10;

    private const int Fifth = 5;

    public static async Task<int> RunAsync(MissionOptions options)
    {
        MissionReport report = new() { MeasuredAt = TimeProvider.System.GetUtcNow(), Items = options.Items };
        await FloorAsync(options, report);
        await MonthsAsync(options, report);
        if (options.Has("single") || options.Has("idle"))
        {
            await QuietAsync(options, report);
        }

        MissionTables.Write(report);
        if (options.Json is { } file)
        {
            await report.WriteAsync(file);
        }

        return 0;
    }

    private static async Task FloorAsync(MissionOptions options, MissionReport report)
    {
        var posts = options.Items * MissionPlan.Posts;
        if (options.Has("floor"))
        {
            report.Peers.Add(await Peers.FloorAsync(posts));
            Tell($"floor: {report.Peers[^1].Seconds:F1} s");
        }

        if (options.Has("one"))
        {
            report.Peers.Add(await Peers.OneAsync(Math.Max(1, posts / Fifth)));
            Tell($"one: {report.Peers[^1].Seconds:F1} s");
        }
    }

    /// <summary>Growing: ten thousand deliveries, a tenth of the month for its pages, the month.</summary>
    private static async Task MonthsAsync(MissionOptions options, MissionReport report)
    {
        int[] sizes =
        [
            .. options.Has("month") ? [Math.Min(TenThousand, options.Items)] : (int[])[],
            .. options.Has("pages") ? [Math.Max(1, options.Items / Tenth)] : (int[])[],
            .. options.Has("month") || options.Has("pages") ? [options.Items] : (int[])[],
        ];
        foreach (var items in sizes.Distinct().Order())
        {
            await using var world = await MissionWorld.StartAsync(string.Create(CultureInfo.InvariantCulture, $"mission-{items}"));
            var month = await MonthRun.RunAsync(world, items);
            report.Months.Add(month);
            Tell($"month of {items}: {month.Seconds:F1} s, {month.ProgramTransactionsEach:F3} transactions a delivery");
            if (options.Has("pages"))
            {
                report.Pages.AddRange(await PagesRun.RunAsync(world, items));
            }
        }
    }

    private static async Task QuietAsync(MissionOptions options, MissionReport report)
    {
        await using var world = await MissionWorld.StartAsync("mission-single");
        (Measurement Storage, int Minutes) idle;
        using (var host = world.Run(CloudSchedules.Settings))
        {
            using var site = await MissionSite.OpenAsync(host);
            await site.UntilDirectoryAsync();
            for (var item = 0; item < 2 && options.Has("single"); item++)
            {
                report.Singles.Add(await SingleRun.RunAsync(world, host, site, item));
                Tell($"single: {report.Singles[^1].ProgramTransactionsEach:F3} transactions a delivery");
            }

            idle = options.Has("idle") ? await IdleRun.RunAsync(host) : (Measurement.None, 1);
            await host.StopAsync();
        }

        if (options.Has("idle"))
        {
            var reports = await IdleRun.TickAsync(world, "ReportSchedule");
            report.Idle = new(idle.Minutes, idle.Storage, reports, await IdleRun.TickAsync(world, "ReachSchedule", "ReminderSchedule"));
        }
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
