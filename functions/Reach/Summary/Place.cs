using System.Collections.Immutable;
using Dissemination.Deliveries;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>One place and one language, with all deliveries there, of whatever revision.</summary>
/// <param name="IsThere">Whether the directory still knows it, and the newest revision that was approved goes there.</param>
internal sealed record Place(
    LanguageTag Language, DestinationId Id, ChannelKind Channel, bool IsThere, ImmutableArray<Delivery> Deliveries)
{
    /// <summary>When it was posted there for the first time; null where it never was.</summary>
    public DateTimeOffset? PostedAt => Deliveries.Min(delivery => delivery.ArrivedAt);

    /// <summary>The delivery with the newest words; null where none was planned.</summary>
    public Delivery? Newest => Deliveries.MaxBy(delivery => (delivery.Id.Version.Revision, delivery.Id.Edition));

    /// <summary>
    /// Every place that owes the item or has deliveries of it. What is owed under a name that the directory gave up is owed by the
    /// place that took the name's channel over; what was posted stays under the name that it was posted under.
    /// </summary>
    public static IEnumerable<Place> Of(SummaryInput input)
    {
        List<Delivery> deliveries = [.. input.Deliveries.Where(delivery => delivery.Action is not DeliveryAction.Remove)];
        var standing = new StandingPlaces(deliveries, input.Directory);
        var posts = deliveries.ToLookup(delivery => (delivery.Id.Version.Language, Id: standing.Of(delivery)));
        var last = input.Owed.Max(revision => (int?)revision.Revision) ?? 0;
        var owed = (from revision in input.Owed
                    from place in revision.Places
                    from language in place.Languages
                    select (revision.Revision, Language: language, Id: standing.Of(language, place.Id), place.Channel)).ToList();
        var wanted = owed.Where(place => place.Revision == last)
            .Select(place => (place.Language, place.Id))
            .Concat(posts.Where(post => post.Any(delivery => delivery.Id.Version.Revision >= last)).Select(post => post.Key))
            .ToHashSet();
        return owed.Select(place => (place.Language, place.Id, place.Channel))
            .Concat(posts.Select(post => (post.Key.Language, post.Key.Id, post.First().Channel)))
            .DistinctBy(place => (place.Language, place.Id))
            .Select(place => new Place(
                place.Language,
                place.Id,
                place.Channel,
                standing.IsServed(place.Id) && wanted.Contains((place.Language, place.Id)),
                [.. posts[(place.Language, place.Id)]]));
    }
}
