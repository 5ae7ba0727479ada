using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>What one item took, on the cloud's schedules, with nothing else to do.</summary>
/// <param name="Storage">The transactions from the drop to the end of the minute in which all was done, two ticks of each minute among
/// them.</param>
/// <param name="Seconds">How long that was.</param>
/// <param name="LastPost">Seconds from when it was due until the last post was on its channel.</param>
/// <param name="LastEnd">Seconds from when it was due until the last delivery by machine was written down, feeds among them.</param>
/// <param name="Deliveries">The deliveries by channel and state.</param>
/// <param name="FeedReads">The transactions of the program when all feeds were asked for once, afterwards.</param>
internal sealed record SingleResult(
    Measurement Storage,
    double Seconds,
    double? LastPost,
    double? LastEnd,
    IReadOnlyDictionary<string, int> Deliveries,
    FeedReads FeedReads)
{
    public double ProgramTransactionsEach => Storage.Of(StorageUse.Program) / (double)MissionPlan.Destinations;

    public double HostTransactionsEach => Storage.Of(StorageUse.Host) / (double)MissionPlan.Destinations;
}
