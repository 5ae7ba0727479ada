using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;

namespace Dissemination.Reach.Summary;

/// <summary>What channels told last of the posts at a place: a pure function.</summary>
internal static class PostFigures
{
    /// <summary>
    /// The newest of each figure of each post. A corrected post is one post; what a place has twice, because the first was taken down, are
    /// two.
    /// </summary>
    /// <param name="deliveries">Of one place.</param>
    public static IEnumerable<(PostMetric Metric, long Value)> Of(
        IEnumerable<Delivery> deliveries, IReadOnlyDictionary<DeliveryId, ReachSample> samples) =>
        from post in Posts(deliveries)
        from figures in post.SelectMany(delivery => samples.GetValueOrDefault(delivery.Id)?.Figures ?? []).GroupBy(figure => figure.Metric)
        let newest = figures.MaxBy(figure => (figure.At, figure.Value))
        select (figures.Key, newest.Value);

    /// <summary>Of how many posts any figure was told, whichever.</summary>
    /// <param name="deliveries">Of one place.</param>
    public static int CountTold(IEnumerable<Delivery> deliveries, IReadOnlyDictionary<DeliveryId, ReachSample> samples) =>
        Posts(deliveries).Count(post => post.Any(delivery => samples.GetValueOrDefault(delivery.Id)?.Figures is { IsEmpty: false }));

    private static IEnumerable<IGrouping<string, Delivery>> Posts(IEnumerable<Delivery> deliveries) => deliveries.GroupBy(
        delivery => delivery.Reference ?? delivery.TargetReference ?? delivery.Id.ToString(), StringComparer.Ordinal);
}
