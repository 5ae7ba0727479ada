using Dissemination.Deliveries;
using Dissemination.Directory;
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
