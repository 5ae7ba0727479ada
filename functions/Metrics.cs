using System.Diagnostics.Metrics;

namespace Dissemination;

/// <summary>What the program counts of its own work. Counts only, never people.</summary>
internal sealed class Metrics
{
    public const string MeterName = "Dissemination";

    private readonly Meter _meter;

    public Metrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        TranslationsWanted = Counter("translations.wanted", "translations begun");
        VersionsPublished = Counter("versions.published", "language versions published");
        DeliveriesPlanned = Counter("deliveries.planned", "deliveries planned");
        DeliveriesDelivered = Counter("deliveries.delivered", "deliveries made");
        DeliveriesTroubled = Counter("deliveries.troubled", "deliveries failed or uncertain");
        SamplesTaken = Counter("reach.samples", "reach samples taken");
        ReportsWritten = Counter("reports.written", "reports written");
    }

    public Counter<long> TranslationsWanted { get; }

    public Counter<long> VersionsPublished { get; }

    public Counter<long> DeliveriesPlanned { get; }

    public Counter<long> DeliveriesDelivered { get; }

    public Counter<long> DeliveriesTroubled { get; }

    public Counter<long> SamplesTaken { get; }

    public Counter<long> ReportsWritten { get; }

    private Counter<long> Counter(string name, string description) => _meter.CreateCounter<long>(name, unit: null, description);
}
