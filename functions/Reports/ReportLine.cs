using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach;
using Dissemination.Translation;

namespace Dissemination.Reports;

/// <summary>One language in one commune.</summary>
/// <param name="Translation">How far its translation is; null for Vietnamese.</param>
/// <param name="Delivered">Deliveries made, by machine and by hand.</param>
/// <param name="HandTasksOpen">Hand tasks that nobody has confirmed.</param>
/// <param name="Troubled">Failed or uncertain.</param>
/// <param name="LinkOpens">Null is "not measured".</param>
/// <param name="MedianAudience">The median of the destinations that were measured: audiences overlap and are never added.</param>
/// <param name="FirstDelivered">When the first delivery was made.</param>
/// <param name="MeasuredAt">When the newest of the figures was collected.</param>
internal sealed record ReportLine(
    Commune Commune,
    LanguageTag Language,
    TranslationState? Translation,
    int Deliveries,
    int Delivered,
    int HandTasksOpen,
    int Troubled,
    ReportLineStatus Status,
    long? LinkOpens,
    long? MedianAudience,
    long? Attendance,
    DateTimeOffset? FirstDelivered,
    DateTimeOffset? MeasuredAt)
{
    /// <param name="all">All of the revision: a post counts once, however often its words were corrected, and so do all its figures.</param>
    public static ReportLine Of(
        Commune commune,
        LanguageTag language,
        TranslationState? translation,
        ImmutableArray<Delivery> all,
        IReadOnlyDictionary<DeliveryId, ReachSample> samples)
    {
        ImmutableArray<Delivery> deliveries = [.. all.Where(delivery => !IsCorrected(delivery, all))];
        var measured = all.Select(delivery => samples.GetValueOrDefault(delivery.Id)).OfType<ReachSample>().ToList();
        var audiences = deliveries.Select(delivery => samples.GetValueOrDefault(delivery.Id)?.Audience);
        var delivered = deliveries.Where(delivery => delivery.State is DeliveryState.Delivered).ToList();
        var troubled = deliveries.Count(delivery => delivery.State is DeliveryState.Failed or DeliveryState.Uncertain);
        return new(
            commune,
            language,
            translation,
            deliveries.Length,
            delivered.Count,
            deliveries.Count(delivery => delivery is { IsByHand: true, State: DeliveryState.Due }),
            troubled,
            StatusOf(language, translation, deliveries, delivered.Count, troubled),
            Figures.Sum(measured.Select(sample => sample.LinkOpens)),
            Figures.Median(audiences),
            Figures.Sum(measured.Select(sample => sample.Attendance)),
            delivered.Min(delivery => delivery.EndedAt),
            measured.Max(sample => (DateTimeOffset?)sample.At));
    }

    /// <summary>Whether a later delivery of the same revision brought other words in its place.</summary>
    private static bool IsCorrected(Delivery delivery, ImmutableArray<Delivery> all) =>
        delivery.State is DeliveryState.Replaced
        && all.Any(later => later.Id.Destination == delivery.Id.Destination && later.Id.Edition > delivery.Id.Edition);

    private static ReportLineStatus StatusOf(
        LanguageTag language, TranslationState? translation, ImmutableArray<Delivery> deliveries, int delivered, int troubled) =>
        (deliveries, delivered, troubled) switch
        {
            ([], _, _) when !language.IsVietnamese && translation is not TranslationState.Approved => ReportLineStatus.WaitsForTranslation,
            ([], _, _) => ReportLineStatus.NotYet,
            (_, > 0, _) => delivered == deliveries.Length ? ReportLineStatus.Delivered : ReportLineStatus.PartlyDelivered,
            (_, _, > 0) => ReportLineStatus.Troubled,
            _ when deliveries.All(
                delivery => delivery.State is DeliveryState.Withdrawn or DeliveryState.Replaced or DeliveryState.Expired) =>
                ReportLineStatus.Withdrawn,
            _ => ReportLineStatus.UnderWay,
        };
}
