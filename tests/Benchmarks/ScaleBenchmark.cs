using System.Diagnostics;
using System.Globalization;
using Dissemination.Simulators.Telegram;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks;

/// <summary>
/// Ever more deliveries, of one item or of several, on a simulator that answers at once: how long it takes, what it costs in storage
/// transactions, and how much memory it needs.
/// </summary>
internal static class ScaleBenchmark
{
    /// <summary>A province grows by communes, each with a bot: as many destinations stand in a lane at any size.</summary>
    private const int LaneLength = 200;

    /// <param name="sizes">How many deliveries; in how many lanes, where another length of a lane is wanted; and of how many items:
    /// <c>100000/50/10</c>.</param>
    public static async Task<int> RunAsync(string[] sizes)
    {
        Console.WriteLine(
            "| deliveries | items | lanes | seconds | deliveries/s | CPU of the worker (ms a delivery) | CPU of the host (ms a delivery) | CPU of Azurite (ms a delivery) | storage transactions a delivery | peak memory of the worker (MB) | of the host (MB) |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var size in sizes)
        {
            await MeasureAsync(PlanOf([.. size.Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture))]));
        }

        return 0;
    }

    private static WorldPlan PlanOf(int[] size)
    {
        var (deliveries, items) = (size[0], size.ElementAtOrDefault(2) is > 0 and var many ? many : 1);
        var lanes = size.ElementAtOrDefault(1) is > 0 and var few ? few : deliveries / items / LaneLength;
        return new() { Bots = lanes, ChatsPerBot = deliveries / items / lanes, Items = items };
    }

    private static async Task MeasureAsync(WorldPlan plan)
    {
        var deliveries = plan.Deliveries;
        await using var storage = await BenchmarkStorage.StartAsync(string.Create(CultureInfo.InvariantCulture, $"scale-{deliveries}"));
        await using var telegram = await TelegramSimulator.StartAsync();
        await storage.DropAsync(plan);
        using var azurite = Process.GetProcessById(storage.Id);
        var (counts, took) = await RunProgramAsync(storage, plan, telegram, azurite);
        // Each message that the program sends is also taken and deleted by the host.
        var transactions = (counts.Of(StorageUse.Program) + (2 * counts.Of(StorageUse.Program, "queue"))) / (double)deliveries;
        var seconds = took.Clock.TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {deliveries} | {plan.Items} | {plan.Lanes} | {seconds:F1} | {deliveries / seconds:F0} | {took.Worker.TotalMilliseconds / deliveries:F2} | {took.Host.TotalMilliseconds / deliveries:F2} | {took.Storage.TotalMilliseconds / deliveries:F2} | {transactions:F3} | {took.WorkerPeak / 1048576} | {took.HostPeak / 1048576} |"));
    }

    /// <summary>
    /// Starts the program, waits until all is posted and ended, and stops it; the clock stands still when the last post is there.
    /// </summary>
    private static async Task<(Measurement Counts, Took Took)> RunProgramAsync(
        BenchmarkStorage storage, WorldPlan plan, TelegramSimulator telegram, Process azurite)
    {
        string[] arguments =
        [
            "--Local:Port=0", "--Local:Sample=false", $"--Local:DataFolder={storage.Folder}", $"--Local:Storage={storage.ConnectionString}",
            "--ReportSchedule=0 0 0 1 1 *", "--ReachSchedule=0 0 0 1 1 *",
            $"--Channels:Telegram:BaseUrl={telegram.BaseUrl}",
            "--Channels:Telegram:PerSecond=0", "--Channels:Telegram:PerChatMinute=0", "--Channels:Telegram:ChatInterval=0",
            .. plan.BotNames.Select((bot, number) => $"--Credentials:{bot}={1000 + number}:sample"),
        ];
        using var host = StartedHost.Start(Environment.ProcessPath!, arguments);
        using var worker = await host.WorkerAsync();
        MeasuredProcesses measured = new(host.Process, worker, azurite);
        await Task.WhenAny(telegram.UntilCalledAsync(1), host.Ended);
        var begun = measured.Now(); // Starting and reading the files in is not what is measured.
        await Task.WhenAny(telegram.UntilCalledAsync(plan.Deliveries), host.Ended);
        var took = measured.Now() - begun;
        await Task.Delay(TimeSpan.FromSeconds(5)); // What comes after the last answer costs too.
        var peak = measured.Now();
        return (await host.StopAsync(), took with { WorkerPeak = peak.WorkerPeak, HostPeak = peak.HostPeak });
    }
}
