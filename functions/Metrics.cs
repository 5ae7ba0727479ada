using System.Diagnostics.Metrics;

namespace Dissemination;

/// <summary>What the program counts of its own work. Counts only, never people.</summary>
internal static class Metrics
{
    public const string MeterName = "Dissemination";

    private static readonly Meter Meter = new(MeterName);

    public static Counter<long> FilesAccepted { get; } = Counter("files.accepted", "files accepted");

    public static Counter<long> FilesRejected { get; } = Counter("files.rejected", "files rejected");

    public static Counter<long> ItemsAccepted { get; } = Counter("items.accepted", "new revisions of items");

    public static Counter<long> TranslationsWanted { get; } = Counter("translations.wanted", "translations begun");

    public static Counter<long> VersionsPublished { get; } = Counter("versions.published", "language versions published");

    public static Counter<long> DeliveriesPlanned { get; } = Counter("deliveries.planned", "deliveries planned");

    public static Counter<long> DeliveriesDelivered { get; } = Counter("deliveries.delivered", "deliveries made");

    public static Counter<long> DeliveriesTroubled { get; } = Counter("deliveries.troubled", "deliveries failed or uncertain");

    public static Counter<long> SamplesTaken { get; } = Counter("reach.samples", "reach samples taken");

    public static Counter<long> ReportsWritten { get; } = Counter("reports.written", "reports written");

    private static Counter<long> Counter(string name, string description) => Meter.CreateCounter<long>(name, unit: null, description);
}
