using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach;
using Dissemination.Reach.Summary;
using Dissemination.Translation;

namespace Dissemination.Reports;

/// <summary>One language in one commune.</summary>
/// <param name="Translation">How far its translation is; null for Vietnamese.</param>
/// <param name="Deliveries">Places that it was planned for.</param>
/// <param name="Delivered">Places where it was posted, by machine and by hand, whatever became of it afterwards.</param>
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
    /// <summary>Different people that each post was shown to, as its channel told: they overlap and are never added.</summary>
    public ImmutableArray<long> Reach { get; init; } = [];

    /// <summary>The median of the posts of which their channel told it; null is "not measured".</summary>
    public long? MedianReach => Figures.Median(Reach.Select(post => (long?)post));

    /// <summary>How often posts were shown; null is "not measured".</summary>
    public long? Views { get; init; }

    /// <param name="places">
    /// Of all revisions: a place counts once, however often its post was corrected, and what was posted stays posted.
    /// </param>
    public static ReportLine Of(
        Commune commune,
        LanguageTag language,
        TranslationState? translation,
        ImmutableArray<ImmutableArray<Delivery>> places,
        IReadOnlyDictionary<DeliveryId, ReachSample> samples)
    {
        ImmutableArray<Delivery> newest =
            [.. places.Select(place => place.MaxBy(delivery => (delivery.Id.Version.Revision, delivery.Id.Edition))!)];
        var measured = places
            .Select(place => place.Select(delivery => samples.GetValueOrDefault(delivery.Id)).OfType<ReachSample>()
                .Where(sample => sample.IsMeasured())
                .ToList())
            .ToList();

        // A correction that nobody has measured yet forgets nothing of what it corrects.
        var audiences = measured.Select(
            place => place.Where(sample => sample.Audience is not null).MaxBy(sample => (sample.At, sample.Audience))?.Audience);
        var arrivals = places.Select(place => place.Min(delivery => delivery.ArrivedAt)).ToList();
        var delivered = arrivals.Count(arrival => arrival is not null);
        var troubled = newest.Count(delivery => delivery.State is DeliveryState.Failed or DeliveryState.Uncertain);
        return new(
            commune,
            language,
            translation,
            newest.Length,
            delivered,
            newest.Count(delivery => delivery is { IsByHand: true, State: DeliveryState.Due }),
            troubled,
            StatusOf(language, translation, newest, delivered, troubled),
            Figures.Sum(measured.SelectMany(place => place).Select(sample => sample.LinkOpens)),
            Figures.Median(audiences),
            Figures.Attendance(places.Select(place => place.AsEnumerable())),
            arrivals.Min(),
            measured.SelectMany(place => place).Max(sample => (DateTimeOffset?)sample.At))
        {
            Reach = [.. FiguresOf(PostMetric.Reach)],
            Views = Figures.Sum(FiguresOf(PostMetric.Views).Select(views => (long?)views)),
        };

        IEnumerable<long> FiguresOf(PostMetric metric) => places.SelectMany(place => PostFigures.Of(place, samples))
            .Where(figure => figure.Metric == metric)
            .Select(figure => figure.Value);
    }

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
