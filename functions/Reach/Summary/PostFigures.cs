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
        from post in deliveries.GroupBy(
            delivery => delivery.Reference ?? delivery.TargetReference ?? delivery.Id.ToString(), StringComparer.Ordinal)
        from figures in post.SelectMany(delivery => samples.GetValueOrDefault(delivery.Id)?.Figures ?? []).GroupBy(figure => figure.Metric)
        let newest = figures.MaxBy(figure => (figure.At, figure.Value))
        select (figures.Key, newest.Value);
}
