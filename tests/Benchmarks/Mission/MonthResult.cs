using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>What a month took whose items were all due at once.</summary>
/// <param name="HandIn">The transactions of reading its files in, before anything was due.</param>
/// <param name="Storage">Those of all that came then, by what they were for, and what the program counted itself.</param>
/// <param name="Posts">What is really on the channels.</param>
/// <param name="Sampled">The deliveries of some items, looked at one by one, by channel and state.</param>
/// <param name="Took">From the first post to the last; the peaks are of the whole run.</param>
internal sealed record MonthResult(
    int Items,
    Measurement HandIn,
    Measurement Storage,
    PostsThere Posts,
    IReadOnlyDictionary<string, int> Sampled,
    Took Took)
{
    public int Deliveries => Items * MissionPlan.Destinations;

    public double Seconds => Posts is { First: { } first, Last: { } last } ? (last - first).TotalSeconds : 0;

    public double PerSecond => Deliveries / Seconds;

    public double ProgramTransactionsEach => Storage.Of(StorageUse.Program) / (double)Deliveries;

    public double HostTransactionsEach => Storage.Of(StorageUse.Host) / (double)Deliveries;

    public double WorkerMillisecondsEach => Took.Worker.TotalMilliseconds / Deliveries;

    public double HostMillisecondsEach => Took.Host.TotalMilliseconds / Deliveries;

    public double AzuriteMillisecondsEach => Took.Storage.TotalMilliseconds / Deliveries;

    public long PeakMegabytes => Took.WorkerPeak / 1048576;
}
