using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Reports.Calendar;
using Dissemination.Tests.Directory;

namespace Dissemination.Tests.Reports.Calendar;

/// <summary>Where items go, as the calendar counts it for many of them at once.</summary>
public sealed class CalendarPlacesTests
{
    private static readonly LanguageTag Thai = new("blt-Tavt");
    private static readonly LanguageTag Mong = new("hmn-Latn-x-chv");

    private static readonly ImmutableArray<CommuneId> Everywhere = [];
    private static readonly ImmutableArray<CommuneId> BungLao = [new("bung-lao")];
    private static readonly ImmutableArray<CommuneId> MuongThanh = [new("muong-thanh")];

    [Fact]
    public void Places_are_counted_by_communes_and_language_whatever_was_asked_before()
    {
        CalendarPlaces places = new(DirectoryText.Snapshot(), new());
        foreach (var (communes, language, found) in ((ImmutableArray<CommuneId>, LanguageTag, LanguagePlaces)[])
            [
                (Everywhere, LanguageTag.Vietnamese, new(2, 3)),
                (BungLao, LanguageTag.Vietnamese, new(1, 2)),
                (Everywhere, Thai, new(1, 2)),
                (BungLao, Mong, new(1, 1)),
                (MuongThanh, Thai, new(0, 0)),
                (Everywhere, LanguageTag.Vietnamese, new(2, 3)),
            ])
        {
            Assert.Equal(found, places.CountOf(communes, language));
        }
    }

    [Fact]
    public void A_filter_counts_what_it_wants_alone()
    {
        var directory = DirectoryText.Snapshot();

        Assert.Equal(
            new LanguagePlaces(1, 1),
            new CalendarPlaces(directory, new(Channel: ChannelKind.Loudspeaker)).CountOf(Everywhere, LanguageTag.Vietnamese));
        Assert.Equal(
            new LanguagePlaces(1, 1), new CalendarPlaces(directory, new(Commune: new("muong-thanh"))).CountOf(Everywhere, LanguageTag.Vietnamese));
        Assert.Equal(
            new LanguagePlaces(0, 0), new CalendarPlaces(directory, new(Language: Thai)).CountOf(Everywhere, LanguageTag.Vietnamese));
    }

    [Fact]
    public void Readers_see_neither_what_people_post_by_hand_nor_a_feed_beside_another_post()
    {
        CalendarPlaces places = new(DirectoryText.Snapshot(), new());

        Assert.Equal(["bung-lao.telegram"], places.PagesOf(Everywhere, [LanguageTag.Vietnamese, Thai]).Select(page => page.ToString()));
        Assert.Empty(places.PagesOf(MuongThanh, [LanguageTag.Vietnamese]));
        Assert.Empty(places.PagesOf(Everywhere, []));
    }

    [Fact]
    public void The_languages_are_those_of_the_communes_where_an_item_is_wanted()
    {
        CalendarPlaces places = new(DirectoryText.Snapshot(), new());

        Assert.Equal([LanguageTag.Vietnamese, Thai, Mong], places.LanguagesOf(Everywhere));
        Assert.Equal([LanguageTag.Vietnamese], places.LanguagesOf(MuongThanh));
        Assert.Equal([LanguageTag.Vietnamese, Thai, Mong], places.LanguagesOf(Everywhere));
    }
}
