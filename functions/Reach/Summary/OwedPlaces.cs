using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Reach.Summary;

/// <summary>
/// What the communes owe of a revision, written once, when it was approved: a commune that keeps silent is counted, and what comes into the
/// directory afterwards owes nothing.
/// </summary>
internal sealed record OwedPlaces(
    ItemId Item, int Revision, DateTimeOffset ApprovedAt, DateTimeOffset? PublishAt, ImmutableArray<OwedPlace> Places)
{
    /// <summary>When it may go out from.</summary>
    [JsonIgnore]
    public DateTimeOffset StartsAt => PublishAt > ApprovedAt ? PublishAt.Value : ApprovedAt;

    /// <summary>What is owed by the directory as it is, without what came into it later: a pure function.</summary>
    /// <param name="needsPicture">Whether a destination takes nothing without a picture.</param>
    public static OwedPlaces Of(
        ItemContent content, int revision, DateTimeOffset approvedAt, DirectorySnapshot directory, Func<Destination, bool> needsPicture)
    {
        LanguageTag[] languages =
            [.. directory.Communes.SelectMany(commune => commune.Languages).Prepend(LanguageTag.Vietnamese).Distinct()];
        var wanted = from language in languages
                     let version = new VersionId(content.Id, revision, language)
                     let hasPicture = !content.Pictures.IsEmpty || Languages.Find(language)?.Script is LanguageScript.TaiViet
                     from destination in Plan.Wanted(version, content, directory, directory.Destinations)
                     where (hasPicture || !needsPicture(destination)) && !BeganLater(destination.Id, language)
                     group language by destination;
        return new(
            content.Id,
            revision,
            approvedAt,
            content.PublishAt,
            [.. wanted.Select(place => new OwedPlace(place.Key.Id, place.Key.Channel, [.. place]))]);

        bool BeganLater(DestinationId place, LanguageTag language) => directory.Past.Beginnings.Any(
            beginning => beginning.At > approvedAt && beginning.Commune == place.Commune
                && (beginning.Destination is null || beginning.Destination == place)
                && (beginning.Language is null || beginning.Language == language));
    }
}
