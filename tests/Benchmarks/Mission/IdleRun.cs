using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>
/// A program with nothing to do: the minutes of the cloud's schedules as they are, and the timers that seldom fire for what one tick of
/// them takes, since nobody waits an hour for it.
/// </summary>
internal static class IdleRun
{
    private const int Minutes = 2;

    private const string Often = "*/2 * * * * *";

    private static readonly TimeSpan TickLength = TimeSpan.FromSeconds(2);

    private const int Ticks = 10;

    /// <summary>A window of time holds a tick more or less.</summary>
    private const double Settled = 0.9;

    /// <param name="host">A program on the cloud's schedules.</param>
    public static async Task<(Measurement Storage, int Minutes)> RunAsync(StartedHost host)
    {
        // The first minute does besides what is done once after a start.
        var from = (await CloudSchedules.UntilSecondAsync(45, Minutes + 2)).AddMinutes(1);
        await Task.Delay(from - TimeProvider.System.GetUtcNow());
        var before = await host.MeasureAsync();
        await Task.Delay(from.AddMinutes(Minutes) - TimeProvider.System.GetUtcNow());
        return ((await host.MeasureAsync()).Since(before), Minutes);
    }

    /// <summary>
    /// What timers take that have nothing to do: so many ticks again and again, until they take no less than those before, because the
    /// first do what there is to do.
    /// </summary>
    /// <param name="schedules">The names of their settings.</param>
    public static async Task<TickResult> TickAsync(MissionWorld world, params string[] schedules)
    {
        using var host = world.Run([.. MissionPlan.NoTimers, .. schedules.Select(schedule => $"--{schedule}={Often}")]);
        await host.SiteAsync();
        var (last, before) = (await TickAsync(host), double.MaxValue);
        while (last.Each < before * Settled)
        {
            before = last.Each;
            last = await TickAsync(host);
        }

        await host.StopAsync();
        return last;
    }

    private static async Task<TickResult> TickAsync(StartedHost host)
    {
        var before = await host.MeasureAsync();
        var from = TimeProvider.System.GetTimestamp();
        await Task.Delay((TickLength * Ticks) - StartedHost.Told);
        var after = await host.MeasureAsync();
        return new(TimeProvider.System.GetElapsedTime(from) / TickLength, after.Since(before));
    }
}
