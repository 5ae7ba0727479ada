using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach;
using Dissemination.Reach.Summary;

namespace Dissemination.Tests.Reach.Summary;

/// <summary>Bản Phủ became part of Búng Lao: its channel on Telegram goes on under another name, its page on Facebook was closed.</summary>
public sealed class StandingPlacesTests
{
    private static readonly Destination Old = Place("ban-phu.telegram", ChannelKind.Telegram, "-1");
    private static readonly Destination Now = Old with { Id = DestinationId.Parse("bung-lao.telegram-cu", null) };
    private static readonly Destination Closed = Place("ban-phu.facebook", ChannelKind.Facebook, "2");
    private static readonly Destination OldFeed = Place("ban-phu.web", ChannelKind.Website, "");
    private static readonly Destination Feed = Place("bung-lao.web", ChannelKind.Website, "");

    private static readonly DirectorySnapshot Directory = new(
        [CommuneOf("bung-lao"), CommuneOf("ban-phu") with { MergedInto = new("bung-lao") }], [Now, Feed], [])
    {
        Past = new() { Former = [new(Old, default), new(Closed, default), new(OldFeed, default)] },
    };

    [Fact]
    public void A_correction_by_the_channels_new_name_is_of_the_place_where_it_was_posted_first()
    {
        var standing = Standing(Post(Old, 1), Post(Now, 2));

        Assert.Equal((Old.Id, Old.Id), (Of(standing, Old), Of(standing, Now)));
        Assert.True(standing.IsServed(Old.Id));
    }

    [Fact]
    public void What_was_planned_under_no_name_is_owed_by_the_new_one_and_what_is_gone_keeps_its_own()
    {
        var standing = Standing();

        Assert.Equal((Now.Id, Closed.Id), (Of(standing, Old), Of(standing, Closed)));
        Assert.False(standing.IsServed(Closed.Id));
    }

    [Fact]
    public void Two_feeds_that_carried_the_same_revision_were_two_places()
    {
        var standing = Standing(Post(OldFeed, 1), Post(Feed, 1), Post(Feed, 2));

        Assert.Equal((OldFeed.Id, Feed.Id), (Of(standing, OldFeed), Of(standing, Feed)));
    }

    [Fact]
    public void Opens_of_what_was_corrected_by_the_new_name_count_under_the_name_of_the_place()
    {
        var opens = OpensOf(Post(Old, 1), Post(Now, 2));

        Assert.Equal(3, Assert.Single(opens[Old.Id.Commune]).Places.Total);
        Assert.Empty(opens[Now.Id.Commune]);
    }

    [Fact]
    public void Opens_of_several_places_of_a_channel_stay_under_the_communes_own_name()
    {
        var own = Place("bung-lao.telegram", ChannelKind.Telegram, "-9");

        Assert.Single(OpensOf(Post(Old, 1), Post(Now, 2), Post(own, 2))[Now.Id.Commune]);
    }

    /// <summary>The links of the second revision to the commune that goes on were opened three times.</summary>
    private static ILookup<CommuneId, (VersionId Version, OpensOfPlaces Places, DateOnly Day)> OpensOf(params Delivery[] posts)
    {
        var places = ImmutableArray.Create(new OpensOfPlaces(Now.Id.Commune, ChannelKind.Telegram, 3));
        var input = new SimulatedMonth(1, items: 1, communes: 2).Inputs[0] with
        {
            Owed = [],
            Deliveries = posts,
            Opens = [(posts[^1].Id.Version, new OpensOnDay(new(2026, 11, 28), 3, default) { Places = places })],
            Directory = Directory,
        };
        return StandingOpens.Of(input, LanguageTag.Vietnamese, Dissemination.Reach.Summary.Place.Of(input));
    }

    private static DestinationId Of(StandingPlaces standing, Destination place) => standing.Of(LanguageTag.Vietnamese, place.Id);

    private static StandingPlaces Standing(params Delivery[] posts) => new(posts, Directory);

    private static Commune CommuneOf(string id) => new(new(id), id, CommuneKind.Commune, [], ReleasePolicy.Automatic);

    private static Destination Place(string id, ChannelKind channel, string address) =>
        new(DestinationId.Parse(id, null), channel, id, address, null, []);

    private static Delivery Post(Destination place, int revision) => new()
    {
        Id = new(new(new("mac-ca"), revision, LanguageTag.Vietnamese), place.Id),
        Channel = place.Channel,
        Lane = "l",
        State = DeliveryState.Delivered,
        Link = "l",
    };
}
