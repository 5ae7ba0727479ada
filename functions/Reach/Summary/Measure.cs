using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>Counts the places of one language of an item.</summary>
/// <param name="Start">When the item may go out from.</param>
/// <param name="Until">Until when the language is on time.</param>
internal sealed record Measure(
    SummaryInput Input, DateTimeOffset Start, DateTimeOffset Until, IReadOnlyDictionary<DeliveryId, ReachSample> Samples)
{
    /// <summary>How often the links were opened by the end of each day, by the commune under whose name it counts.</summary>
    public required ILookup<CommuneId, (VersionId Version, OpensOfPlaces Places, DateOnly Day)> Opens { get; init; }

    /// <summary>The places of one channel in one commune.</summary>
    public ChannelFigures Of(ChannelKind channel, ImmutableArray<(Place Place, Wait? Wait)> places)
    {
        var samples = places.SelectMany(each => SamplesOf(each.Place)).ToList();
        var first = places.Min(each => each.Place.PostedAt);
        return new(
            channel,
            (ushort)places.Length,
            (ushort)places.Count(each => each.Place.PostedAt is not null),
            (ushort)places.Count(each => each.Place.PostedAt <= Until),
            (ushort)places.Count(each => each.Wait is { Stage: CampaignStage.Failed }),
            (ushort)places.Count(each => each.Wait is { Stage: not CampaignStage.Failed }),
            (ushort)places.Count(each => SamplesOf(each.Place).Any(sample => sample.IsMeasured())),
            first is { } at ? Math.Max(0, (int)(at - Start).TotalMinutes) : null,
            Sum(samples.Select(sample => sample.LinkOpens)),
            ChannelFigures.MinuteOf(samples.Where(sample => sample.IsMeasured()).Max(sample => (DateTimeOffset?)sample.At)),
            (ushort)places.Sum(each => PostFigures.CountTold(each.Place.Deliveries, Samples)));
    }

    /// <summary>What was measured of a place, of each of its deliveries.</summary>
    public IEnumerable<ReachSample> SamplesOf(Place place) =>
        place.Deliveries.Select(delivery => Samples.GetValueOrDefault(delivery.Id)).OfType<ReachSample>();

    /// <summary>What was measured of each post at some places. The audience is the place's, as it was measured last.</summary>
    public ImmutableArray<PostMeasure> MeasuresOf(IEnumerable<Place> places) =>
    [
        .. from place in places
           from measure in AudienceOf(place).Concat(FiguresOf(place))
           orderby measure.Channel, measure.Metric, measure.Value
           select measure,
    ];

    /// <summary>First posts and opens of a commune's places, by channel and day.</summary>
    public ImmutableArray<DayCount> DaysOf(CommuneId commune, IEnumerable<Place> places)
    {
        var posts = places.Where(place => place.PostedAt is not null)
            .CountBy(place => (place.Channel, Day: LocalTime.DayOf(place.PostedAt!.Value)))
            .Select(day => new DayCount(day.Key.Channel, day.Key.Day, day.Value, 0));
        var opens = Opens[commune]
            .GroupBy(each => (each.Version, each.Places.Commune, each.Places.Channel))
            .SelectMany(counted => Growth(
                counted.Key.Channel, [.. counted.OrderBy(day => day.Day).Select(day => (day.Day, day.Places.Total))]));
        return
        [
            .. posts.Concat(opens)
                .GroupBy(day => (day.Channel, day.Day))
                .OrderBy(day => day.Key.Channel).ThenBy(day => day.Key.Day)
                .Select(day => new DayCount(day.Key.Channel, day.Key.Day, day.Sum(each => each.Posts), day.Sum(each => each.Opens)))
                .Where(day => day.Posts + day.Opens > 0),
        ];
    }

    private static IEnumerable<DayCount> Growth(ChannelKind channel, IReadOnlyList<(DateOnly Day, long Total)> days)
    {
        var before = 0L;
        foreach (var (day, total) in days)
        {
            yield return new(channel, day, 0, Known(Math.Max(0, total - before)));
            before = Math.Max(before, total);
        }
    }

    private IEnumerable<PostMeasure> AudienceOf(Place place) =>
        SamplesOf(place).Where(sample => sample.Audience is not null).MaxBy(sample => (sample.At, sample.Audience)) is { } newest
            ? [new(place.Channel, PostMetric.Audience, Known(newest.Audience!.Value))]
            : [];

    private IEnumerable<PostMeasure> FiguresOf(Place place) => PostFigures.Of(place.Deliveries, Samples)
        .Select(figure => new PostMeasure(place.Channel, figure.Metric, Known(figure.Value)));

    private static int Known(long figure) => (int)Math.Clamp(figure, 0, int.MaxValue);

    /// <summary>The sum of what is known; null where nothing is.</summary>
    private static int? Sum(IEnumerable<long?> figures) =>
        figures.Aggregate((long?)null, (sum, figure) => figure is null ? sum : (sum ?? 0) + figure) is { } sum ? Known(sum) : null;
}
