using System.Globalization;
using Dissemination.Local;
using Dissemination.Local.Metrics;

namespace Dissemination.Benchmarks;

/// <summary>The program as it runs on one machine, which says at its end how many storage transactions the worker counted.</summary>
internal static class MeasuredProgram
{
    public const string Prefix = "measured ";

    public static async Task<int> RunAsync(string[] settings)
    {
        Counts counts = new();
        var code = await OneMachine.RunAsync(settings, counts);
        var transactions = counts.Of(Metrics.StorageMeterName).ToLookup(count => count.Counter.Service, count => count.Total);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Prefix}{transactions["table"].Sum()} {transactions["blob"].Sum()} {transactions["queue"].Sum()}"));
        return code;
    }
}
