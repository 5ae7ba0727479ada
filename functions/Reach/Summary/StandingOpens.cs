using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>The opens of a language by day, under the communes under whose names its places stand: a pure function.</summary>
internal static class StandingOpens
{
    /// <summary>
    /// What was posted by the new name of a channel stands under the name that it had first, and so do its opens. Of several places of a
    /// channel the sum alone is known: it stays under the commune's own name where one of them does.
    /// </summary>
    /// <param name="places">Of the language, in all communes.</param>
    public static ILookup<CommuneId, (VersionId Version, OpensOfPlaces Places, DateOnly Day)> Of(
        SummaryInput input, LanguageTag language, IEnumerable<Place> places)
    {
        var names = places
            .SelectMany(place => place.Deliveries.Select(delivery => (delivery.Id, delivery.Channel, Stands: place.Id.Commune)))
            .ToLookup(post => (post.Id.Version, post.Id.Destination.Commune, post.Channel), post => post.Stands);
        var opens = from day in input.Opens
                    where day.Version.Language == language
                    from counted in day.Opens.Places
                    select (day.Version, Places: counted, day.Opens.Day);
        return opens.ToLookup(
            each => Under(each.Places.Commune, [.. names[(each.Version, each.Places.Commune, each.Places.Channel)]]));
    }

    private static CommuneId Under(CommuneId commune, IReadOnlyCollection<CommuneId> names) =>
        names.Count == 0 || names.Contains(commune) ? commune : names.MinBy(name => name.Value, StringComparer.Ordinal);
}
