using System.Collections.Immutable;
using Dissemination.Deliveries;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>What became of an item, from its own records: a pure function, whatever their order.</summary>
internal static class Summarizing
{
    /// <param name="input">With one approved revision at least.</param>
    public static ItemSummary Of(SummaryInput input, OnTimeOptions onTime, DateTimeOffset now)
    {
        var first = input.First;
        var waits = new Waits(input, now);
        var samples = input.Samples.ToDictionary(sample => sample.Delivery);
        var languages = Place.Of(input)
            .GroupBy(place => place.Language)
            .OrderBy(language => !language.Key.IsVietnamese).ThenBy(language => language.Key.Value, StringComparer.Ordinal)
            .Select(language => LanguageOf(
                new(input, StartsAt(language.Key), onTime.Until(StartsAt(language.Key), language.Key), samples)
                {
                    Opens = StandingOpens.Of(input, language.Key, language),
                },
                language.Key,
                [.. language],
                waits));
        return new(
            input.Item.Id,
            input.Item.Headline,
            input.Item.Kind,
            input.Item.Revision,
            first.ApprovedAt,
            first.StartsAt,
            input.Content.Topics,
            [.. languages],
            RemovalsOf(input.Deliveries),
            now)
        {
            Resolution = input.Content.Resolution,
            Sample = input.Item.Sample,
            WithdrawnAt = input.Item.Withdrawal?.At,
            ExpiresAt = input.Item.ExpiresAt,
        };

        // What people moved on the calendar is due when they moved it to.
        DateTimeOffset StartsAt(LanguageTag language) => input.MovedTo(language) ?? first.StartsAt;
    }

    private static LanguageSummary LanguageOf(Measure measure, LanguageTag tag, ImmutableArray<Place> places, Waits waits)
    {
        var wait = waits.Of(tag);
        var outcomes = places.OrderBy(place => place.Id.ToString(), StringComparer.Ordinal)
            .Select(place => (Place: place, Wait: waits.Of(place, wait)))
            .ToList();
        return new(
            tag,
            [
                .. outcomes.GroupBy(outcome => outcome.Place.Id.Commune)
                    .OrderBy(commune => commune.Key.Value, StringComparer.Ordinal)
                    .Select(commune => CellOf(measure, (commune.Key, wait), [.. commune])),
            ],
            wait)
        {
            MovedTo = measure.Input.MovedTo(tag),
        };
    }

    /// <param name="of">The commune, and what its language waits for.</param>
    private static CellSummary CellOf(
        Measure measure, (CommuneId Commune, Wait? Wait) of, ImmutableArray<(Place Place, Wait? Wait)> outcomes)
    {
        var gravest = Gravest(outcomes);
        var channels = outcomes.GroupBy(each => each.Place.Channel).OrderBy(each => each.Key).ToList();
        var places = outcomes.Select(each => each.Place).ToList();
        return new(of.Commune, [.. channels.Select(each => measure.Of(each.Key, [.. each]))])
        {
            Wait = gravest == of.Wait ? null : gravest,
            Waits =
            [
                .. from channel in channels
                   let own = Gravest(channel)
                   where own is not null && own != gravest
                   select new ChannelWait(channel.Key, own),
            ],
            Days = measure.DaysOf(of.Commune, places),
            Measures = measure.MeasuresOf(places),
            Failures = FailuresOf(places),
        };
    }

    private static Wait? Gravest(IEnumerable<(Place Place, Wait? Wait)> outcomes) =>
        outcomes.Aggregate((Wait?)null, (worst, each) => Wait.Worse(worst, each.Wait));

    private static ImmutableArray<FailureCount> FailuresOf(IEnumerable<Place> places) =>
    [
        .. places.Select(place => place.Newest)
            .OfType<Delivery>()
            .Where(newest => newest.State is DeliveryState.Failed or DeliveryState.Uncertain)
            .OrderBy(newest => newest.Id.Place, StringComparer.Ordinal)
            .GroupBy(newest => (newest.Channel, Failure: newest.Failure ?? FailureClass.Unknown, newest.Reason?.Code))
            .OrderBy(same => same.Key.Channel).ThenBy(same => same.Key.Failure).ThenBy(same => same.Key.Code, StringComparer.Ordinal)
            .Select(same => new FailureCount(same.Key.Channel, same.Key.Failure, same.First().Reason, same.Count())),
    ];

    private static RemovalCounts RemovalsOf(IEnumerable<Delivery> deliveries)
    {
        List<Delivery> removals =
        [
            .. deliveries.Where(delivery => delivery is
                { Action: DeliveryAction.Remove, State: not (DeliveryState.Withdrawn or DeliveryState.Replaced) }),
        ];
        return new(
            removals.Count,
            removals.Count(delivery => delivery.State is DeliveryState.Delivered),
            removals.Count(delivery => delivery is { IsByHand: true, State: DeliveryState.Due }),
            removals.Count(delivery => delivery.State is DeliveryState.Failed or DeliveryState.Uncertain));
    }
}
