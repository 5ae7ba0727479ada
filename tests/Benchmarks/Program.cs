using System.Globalization;
using Dissemination.Benchmarks;

// "program" is how the benchmark starts the program under measurement, as a process of its own.
return args switch
{
    ["program", .. var settings] => await MeasuredProgram.RunAsync(settings),
    ["scale", .. var sizes] => await ScaleBenchmark.RunAsync(sizes is [] ? ["1000", "10000", "100000/50/10", "100000"] : sizes),
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
        "Usage: dotnet run -c Release --project tests/Benchmarks -- scale [deliveries[/lanes[/items]]…] | links [opens] | memory [segments…]");
    return 1;
}
