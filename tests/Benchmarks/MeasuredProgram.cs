using System.Collections.Immutable;
using Dissemination.Local;
using Dissemination.Local.Metrics;
using Dissemination.Tests.Runs;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Benchmarks;

/// <summary>
/// The program as it runs on one machine, which says how many storage transactions it made and for what: the worker as it counts itself,
/// and this process, which is the host. It says so at its end, and whenever it gets a line.
/// </summary>
internal static class MeasuredProgram
{
    public static async Task<int> RunAsync(string[] settings)
    {
        var storage = new ConfigurationBuilder().AddCommandLine(settings).Build()["Local:Storage"]!;
        using HostTransactions host = new(storage);
        Counts counts = new();
        _ = Task.Run(async () => // It ends with the process.
        {
            while (await Console.In.ReadLineAsync() is not null)
            {
                await Console.Out.WriteLineAsync(Measure(counts, host).ToLine());
            }
        });
        var code = await OneMachine.RunAsync(settings, counts);
        await Console.Out.WriteLineAsync(Measure(counts, host).ToLine());
        return code;
    }

    private static Measurement Measure(Counts counts, HostTransactions host) => new(
        [
            .. counts.Of(Metrics.StorageMeterName).Select(count => new StorageUse(
                StorageUse.Program, count.Counter.For.Service, count.Counter.For.Name, count.Counter.For.Access, count.Total)),
            .. host.Uses,
        ],
        counts.Of(Metrics.MeterName).ToImmutableSortedDictionary(count => count.Counter.Name, count => count.Total, StringComparer.Ordinal));
}
