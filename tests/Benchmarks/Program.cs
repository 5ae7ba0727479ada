using System.Globalization;
using Dissemination.Benchmarks;
using Dissemination.Benchmarks.Campaign;
using Dissemination.Benchmarks.Lists;
using Dissemination.Benchmarks.Mission;

// "program" is how a benchmark starts the program under measurement, and "channels" what it posts to: as processes of their own.
return args switch
{
    ["program", .. var settings] => await MeasuredProgram.RunAsync(settings),
    ["channels"] => await ChannelsProgram.RunAsync(),
    ["mission", .. var options] => await MissionBenchmark.RunAsync(MissionOptions.Parse(options)),
    ["scale", .. var sizes] => await ScaleBenchmark.RunAsync(sizes is [] ? ["1000", "10000", "100000/50/10", "100000"] : sizes),
    ["campaign", .. var items] => await CampaignBenchmark.RunAsync(
        items is [] ? CampaignBenchmark.Usual : int.Parse(items[0], CultureInfo.InvariantCulture)),
    ["lists"] => await ListsBenchmark.RunAsync(),
    ["links", .. var opens] =>
        await LinksBenchmark.RunAsync(opens is [] ? 50_000 : int.Parse(opens[0], CultureInfo.InvariantCulture)),
    ["memory", .. var sizes] =>
        MemoryBenchmark.Run(
            sizes is [] ? [1_000, 10_000, 100_000] : [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        $"Usage: dotnet run -c Release --project tests/Benchmarks -- {MissionOptions.Usage} | scale [deliveries[/lanes[/items]]…] | campaign [items] | lists | links [opens] | memory [segments…]");
    return 1;
}
