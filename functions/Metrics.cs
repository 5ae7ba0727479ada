using System.Diagnostics.Metrics;

namespace Dissemination;

/// <summary>What the program counts.</summary>
internal static class Metrics
{
    public const string MeterName = "Dissemination";

    private static readonly Meter Meter = new(MeterName);

    public static Counter<long> FilesAccepted { get; } = Meter.CreateCounter<long>("files.accepted", description: "Files that were handed in and accepted.");

    public static Counter<long> FilesRejected { get; } = Meter.CreateCounter<long>("files.rejected", description: "Files that were handed in and not accepted.");

    public static Counter<long> ItemsAccepted { get; } = Meter.CreateCounter<long>("items.accepted", description: "New revisions of items.");
}
