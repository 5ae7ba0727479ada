using Dissemination.Deliveries;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>
/// Under which name a place of an item stands, where its channel has had several, as those of communes that were merged: under that under
/// which something of the item was planned there first, so that a correction by another name counts no place twice. Pure functions.
/// </summary>
/// <param name="posts">The deliveries of the item, without those that take something down.</param>
internal sealed class StandingPlaces(IEnumerable<Delivery> posts, DirectorySnapshot directory)
{
    /// <summary>The first and the last revision that was planned at a destination in a language.</summary>
    private readonly Dictionary<(LanguageTag Language, DestinationId Id), (int First, int Last)> _revisions = posts
        .GroupBy(post => (post.Id.Version.Language, post.Id.Destination))
        .ToDictionary(same => same.Key, same => (same.Min(RevisionOf), same.Max(RevisionOf)));

    public DestinationId Of(Delivery post) => Of(post.Id.Version.Language, post.Id.Destination);

    /// <summary>Where nothing was planned under any name: what the directory calls it now, or called it last.</summary>
    public DestinationId Of(LanguageTag language, DestinationId id)
    {
        if (ServingNow(id) is not { } now)
        {
            return id;
        }

        List<DestinationId> planned =
            [.. directory.FormerNamesOf(now).Append(now.Id).Where(name => _revisions.ContainsKey((language, name)))];
        if (planned.Count == 0)
        {
            return now.Id;
        }

        if (!_revisions.TryGetValue((language, id), out var own))
        {
            return Of(language, planned[0]);
        }

        // Two that carried the same revision were two places then.
        var before = planned.TakeWhile(name => name != id).Cast<DestinationId?>()
            .FirstOrDefault(name => _revisions[(language, name!.Value)].Last < own.First);
        return before is { } older ? Of(language, older) : id;
    }

    /// <summary>Whether the directory still serves it, by whatever name.</summary>
    public bool IsServed(DestinationId id) => ServingNow(id) is { } now && directory.Find(now.Id) is not null;

    private Destination? ServingNow(DestinationId id) => directory.Find(id) ?? directory.Serving(id, DateTimeOffset.MaxValue);

    private static int RevisionOf(Delivery post) => post.Id.Version.Revision;
}
