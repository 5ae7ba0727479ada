using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>What timers take that have nothing to do.</summary>
/// <param name="Ticks">How often each of them fired, within one more or less.</param>
internal sealed record TickResult(double Ticks, Measurement Storage)
{
    /// <summary>The program's transactions for a tick of each.</summary>
    public double Each => Storage.Of(StorageUse.Program) / Ticks;
}
