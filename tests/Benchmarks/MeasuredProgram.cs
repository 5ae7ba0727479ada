using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Dissemination.Local;

namespace Dissemination.Benchmarks;

/// <summary>The program as it runs on one machine, with a listener that adds up its storage transactions and says them when it ends.</summary>
internal static class MeasuredProgram
{
    public const string Prefix = "measured ";

    public static async Task<int> RunAsync(string[] settings)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Metrics.StorageMeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            lock (counts)
            {
                var service = (string)tags[0].Value!;
                counts[service] = counts.GetValueOrDefault(service) + value;
            }
        });
        listener.Start();
        var code = await OneMachine.RunAsync(settings, Handler.Build);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Prefix}{counts.GetValueOrDefault("table")} {counts.GetValueOrDefault("blob")} {counts.GetValueOrDefault("queue")} {self.PeakWorkingSet64}"));
        return code;
    }
}
