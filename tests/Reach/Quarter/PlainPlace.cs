using Dissemination.Channels;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>One place and one language of an item: it counts once, in whatever revision.</summary>
/// <param name="Now">The commune that answers for it now.</param>
/// <param name="Deliveries">All posts there.</param>
/// <param name="Samples">The newest of each of those.</param>
internal sealed record PlainPlace(
    RawItem Item,
    LanguageTag Language,
    DestinationId Id,
    ChannelKind Channel,
    CommuneId Now,
    IReadOnlyList<Delivery> Deliveries,
    IReadOnlyList<ReachSample> Samples)
{
    /// <summary>A post that was corrected is one.</summary>
    private readonly Lazy<List<List<ReachSample>>> _samplesByPost = new(() =>
    [
        .. Deliveries
            .GroupBy(
                delivery => delivery.Reference ?? delivery.TargetReference ?? delivery.Id.ToString(),
                delivery => delivery.Id,
                StringComparer.Ordinal)
            .Select(post => Samples.Where(sample => post.Contains(sample.Delivery)).ToList()),
    ]);

    public PlainWait? Wait { get; init; }

    /// <summary>When it was posted there first.</summary>
    public DateTimeOffset? PostedAt => Deliveries.Min(delivery => delivery.State switch
    {
        DeliveryState.Delivered => delivery.EndedAt,
        DeliveryState.Replaced or DeliveryState.Withdrawn or DeliveryState.Expired => delivery.PostedAt,
        _ => null,
    });

    public bool IsPosted => PostedAt is not null;

    public bool IsOnTime => PostedAt <= Until;

    /// <summary>A day for Vietnamese, three for other languages.</summary>
    public DateTimeOffset Until => Item.Start.AddDays(Language.IsVietnamese ? 1 : 3);

    public Delivery? Newest => Deliveries.MaxBy(delivery => (delivery.Id.Version.Revision, delivery.Id.Edition));

    public long Minutes => Math.Max(0, (long)(PostedAt!.Value - Item.Start).TotalMinutes);

    public bool IsMeasured => MeasuredAt is not null;

    public DateTimeOffset? MeasuredAt => Samples
        .Where(sample => sample.LinkOpens is not null || sample.Audience is not null || sample.Figures.Length > 0)
        .Max(sample => (DateTimeOffset?)sample.At);

    /// <summary>What its channel told last of each post there: of a post that was corrected once.</summary>
    public IEnumerable<long> Told(PostMetric metric) => _samplesByPost.Value
        .Select(samples => samples.SelectMany(sample => sample.Figures)
            .Where(figure => figure.Metric == metric)
            .OrderBy(figure => figure.At).ThenBy(figure => figure.Value)
            .LastOrDefault())
        .OfType<MeasuredFigure>()
        .Select(figure => figure.Value);

    /// <summary>Of how many posts there its channel told anything.</summary>
    public int PostsTold => _samplesByPost.Value.Count(samples => samples.Exists(sample => sample.Figures.Length > 0));

    /// <summary>What was told of members there last.</summary>
    public long? Audience => Samples.Where(sample => sample.Audience is not null)
        .OrderBy(sample => sample.At).ThenBy(sample => sample.Audience).LastOrDefault()?.Audience;
}
