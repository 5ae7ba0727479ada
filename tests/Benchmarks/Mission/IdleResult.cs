using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>What a program takes that has nothing to do.</summary>
/// <param name="Minutes">Of how many whole minutes <paramref name="Storage"/> tells, in which only the timers of each minute fire.</param>
/// <param name="Reports">The timer of every ten minutes.</param>
/// <param name="Hourly">Those of every hour: reach and reminders.</param>
internal sealed record IdleResult(int Minutes, Measurement Storage, TickResult Reports, TickResult Hourly)
{
    public double ProgramEachMinute => (Storage.Of(StorageUse.Program) / (double)Minutes) + (Reports.Each / 10) + (Hourly.Each / 60);

    /// <summary>Without the containers that are polled: in the cloud Event Grid tells of files.</summary>
    public double HostQueuesEachMinute => Storage.Of(StorageUse.Host, "queue") / (double)Minutes;

    public double HostEachMinute => Storage.Of(StorageUse.Host) / (double)Minutes;
}
