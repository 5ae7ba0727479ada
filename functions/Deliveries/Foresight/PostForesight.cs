using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Channels.Cards;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries.Foresight;

/// <summary>The posts that a language version will have, before anybody approved it: made by what plans and by what sends.</summary>
internal sealed class PostForesight(ChannelRouting routing, SiteAddress site)
{
    /// <summary>A post for each channel and form, and for each commune that has words of its own. Nothing is read or written.</summary>
    public ImmutableArray<ForeseenPost> Of(PublishableVersion version, DirectorySnapshot directory, DateTimeOffset now) =>
    [
        .. from destination in Plan.Wanted(version, directory, directory.Destinations)
           let text = version.For(directory.Successor(destination.Id.Commune))
           where DeliveryPlanner.IsTaken(text, destination, routing)
           let form = (destination.Channel, IsArticle: routing.NeedsPicture(destination), Own: text.Translation?.Commune)
           group destination by form into places
           orderby places.Key.Own is not null, places.Key.Channel, places.Key.IsArticle
           select Post(version.For(places.Key.Own), [.. places], directory, now),
    ];

    private ForeseenPost Post(
        PublishableVersion text, ImmutableArray<Destination> places, DirectorySnapshot directory, DateTimeOffset now)
    {
        var (first, card) = (places[0], CardStore.Foresee(text.Card));
        var planned = PlannedDelivery.Of(
            new(text.Id, first.Id),
            directory.FindSuccessor(first.Id.Commune)!,
            first,
            routing.LaneOf(first),
            text.Item.DueAt(text.Id.Language, now));
        var post = Posts.Make(text, planned, site, card.Picture);
        return new(first.Channel, routing.View(post, first), post, places, text.Translation?.Commune) { CardProblem = card.Problem };
    }
}
