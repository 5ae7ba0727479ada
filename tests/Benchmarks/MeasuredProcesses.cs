using System.Diagnostics;

namespace Dissemination.Benchmarks;

/// <summary>The processes whose work is measured.</summary>
internal sealed record MeasuredProcesses(Process Host, Process Worker, Process Storage)
{
    /// <summary>What it took so far; nothing where the host ended by itself, which is told later with what it said.</summary>
    public Took Now()
    {
        if (Host.HasExited || Worker.HasExited)
        {
            return new(default, default, default, default, 0, 0);
        }

        Host.Refresh();
        Worker.Refresh();
        Storage.Refresh();
        return new(
            Stopwatch.GetElapsedTime(0),
            Worker.TotalProcessorTime,
            Host.TotalProcessorTime,
            Storage.TotalProcessorTime,
            Worker.PeakWorkingSet64,
            Host.PeakWorkingSet64);
    }
}
