using System.Diagnostics.Metrics;
using System.Globalization;

namespace Dissemination.Local;

/// <summary>Prints the program's own counters, at most once a second and only when one changed.</summary>
internal sealed class Progress : IDisposable
{
    /// <summary>The meter that the rooms count with.</summary>
    public const string Meter = "Dissemination";

    private static readonly CultureInfo s_vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly LocalConsole _console;
    private bool _hasChanged;

    public Progress(LocalConsole console)
    {
        _console = console;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Meter && instrument is Counter<long> or Counter<int>)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Count(instrument, value));
        _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Count(instrument, value));
        _listener.Start();
    }

    /// <summary>Prints until cancelled, and what changed last.</summary>
    public async Task RunAsync(TimeProvider time, CancellationToken stop)
    {
        using PeriodicTimer second = new(TimeSpan.FromSeconds(1), time);
        try
        {
            while (await second.WaitForNextTickAsync(stop))
            {
                Print();
            }
        }
        catch (OperationCanceledException)
        {
            Print();
        }
    }

    /// <summary>What has changed as one line, or null when nothing has since the last call.</summary>
    public string? Take()
    {
        lock (_counts)
        {
            if (!_hasChanged)
            {
                return null;
            }

            _hasChanged = false;
            return string.Join(" · ", _counts.Where(count => count.Value != 0).Select(count => string.Create(s_vietnamese, $"{count.Key} {count.Value:N0}")));
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Print()
    {
        if (Take() is { } line)
        {
            _console.Say(line);
        }
    }

    private void Count(Instrument instrument, long value)
    {
        var name = instrument.Description ?? instrument.Name;
        lock (_counts)
        {
            _counts[name] = _counts.GetValueOrDefault(name) + value;
            _hasChanged = true;
        }
    }
}
